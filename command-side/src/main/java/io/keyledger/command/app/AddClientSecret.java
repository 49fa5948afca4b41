package io.keyledger.command.app;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Adds a client secret to an app; at most ten are live at once.
 *
 * @param secret   id, hint and keyed hash
 * @param name     display name
 * @param duration how long it is valid from now on
 */
public record AddClientSecret(
        @TargetAggregateIdentifier AppId appId,
        HashedSecret secret,
        @Nullable String name,
        SecretDuration duration) {}
