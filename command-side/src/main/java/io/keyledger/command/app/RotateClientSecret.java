package io.keyledger.command.app;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.SecretId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a client secret a successor of the same name; both work until the overlap is over.
 *
 * @param secretId  the old one
 * @param successor what may be known of the new one
 * @param overlap   how long the old one goes on working, but never longer than it would have
 * @param duration  how long the new one works; null for as long as the old one was made for
 */
public record RotateClientSecret(
        @TargetAggregateIdentifier AppId appId,
        SecretId secretId,
        HashedSecret successor,
        Overlap overlap,
        @Nullable SecretDuration duration) {}
