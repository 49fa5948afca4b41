package io.keyledger.query.token.directory;

import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.secret.Pepper;
import java.time.Instant;

/**
 * By what a client secret is known: its keyed hash.
 *
 * @param id        id of the secret
 * @param pepperId  the key it was hashed under
 * @param hash      HMAC-SHA-256, base64url
 * @param expiresAt from this instant on it is dead
 */
public record Verifier(String id, String pepperId, String hash, Instant expiresAt) {
    static Verifier of(ClientSecretAdded event) {
        return new Verifier(event.secretId(), event.pepperId(), event.verifier(), event.expiresAt());
    }

    /** Whether it is the secret's and alive; the same work is done either way. */
    public boolean accepts(String secret, Pepper pepper, Instant now) {
        return pepper.matches(secret, pepperId, hash) && now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Verifier[" + id + "]";
    }
}
