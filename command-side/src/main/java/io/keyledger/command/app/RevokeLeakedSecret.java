package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a client secret that somebody found where it does not belong; nothing happens when it is dead already.
 *
 * @param verifier  its keyed hash
 * @param sourceUrl where it was found
 */
public record RevokeLeakedSecret(
        @TargetAggregateIdentifier AppId appId,
        String verifier,
        @Nullable String sourceUrl) {}
