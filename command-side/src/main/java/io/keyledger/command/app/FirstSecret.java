package io.keyledger.command.app;

import io.keyledger.command.secret.HashedSecret;
import org.jspecify.annotations.Nullable;

/**
 * The client secret a new app begins with.
 *
 * @param secret   what may be known of it
 * @param duration how long it works; null for as long as allowed
 */
public record FirstSecret(HashedSecret secret, @Nullable SecretDuration duration) {
    /** The one that lives as long as allowed. */
    public static FirstSecret longest(HashedSecret secret) {
        return new FirstSecret(secret, null);
    }
}
