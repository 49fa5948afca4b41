package io.keyledger.command.app;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Gives an app one more client secret, at most ten live ones.
 *
 * @param secret   what may be known of it
 * @param name     what people call it
 * @param duration how long it works from now on
 */
public record AddClientSecret(
        @TargetAggregateIdentifier AppId appId,
        HashedSecret secret,
        @Nullable String name,
        SecretDuration duration) {}
