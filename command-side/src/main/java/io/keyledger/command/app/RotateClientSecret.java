package io.keyledger.command.app;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.SecretId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Adds a successor of the same name to a client secret; both are valid until the overlap ends.
 *
 * @param secretId  the old one
 * @param successor id, hint and keyed hash of the new one
 * @param overlap   how long the old one stays valid, but never beyond its own end
 * @param duration  how long the new one is valid; null for the duration of the old one
 */
public record RotateClientSecret(
        @TargetAggregateIdentifier AppId appId,
        SecretId secretId,
        HashedSecret successor,
        Overlap overlap,
        @Nullable SecretDuration duration) {}
