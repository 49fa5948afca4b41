package io.keyledger.command.app;

import io.keyledger.command.secret.HashedSecret;
import org.jspecify.annotations.Nullable;

/**
 * The first client secret of a new app.
 *
 * @param secret   id, hint and keyed hash
 * @param duration how long it is valid; null for as long as the policy allows
 */
public record FirstSecret(HashedSecret secret, @Nullable SecretDuration duration) {
    /** One that is valid as long as the policy allows. */
    public static FirstSecret longest(HashedSecret secret) {
        return new FirstSecret(secret, null);
    }
}
