package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Revokes a client secret that was reported as leaked; nothing happens when it is no longer live.
 *
 * @param verifier  its keyed hash
 * @param sourceUrl where it was found
 */
public record RevokeLeakedSecret(
        @TargetAggregateIdentifier AppId appId,
        String verifier,
        @Nullable String sourceUrl) {}
