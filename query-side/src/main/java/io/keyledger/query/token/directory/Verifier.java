package io.keyledger.query.token.directory;

import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.secret.Pepper;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a client secret is known: its keyed hash.
 *
 * @param id        id of the secret
 * @param pepperId  the key it was hashed under
 * @param hash      HMAC-SHA-256, base64url
 * @param expiresAt from this instant on it is dead
 * @param retiresAt from this instant on it is dead too; null as long as it has no successor
 */
public record Verifier(
        String id,
        String pepperId,
        String hash,
        Instant expiresAt,
        @Nullable Instant retiresAt) {
    static List<Verifier> added(List<Verifier> before, ClientSecretAdded e) {
        var added = new Verifier(e.secretId(), e.pepperId(), e.verifier(), e.expiresAt(), null);
        return Stream.concat(without(before, added.id).stream(), Stream.of(added))
                .toList();
    }

    static List<Verifier> rotated(List<Verifier> before, ClientSecretRotated e) {
        return before.stream()
                .map(verifier -> verifier.id.equals(e.secretId()) ? verifier.retiringAt(e.retiresAt()) : verifier)
                .toList();
    }

    static List<Verifier> without(List<Verifier> before, String id) {
        return before.stream().filter(verifier -> !verifier.id.equals(id)).toList();
    }

    private Verifier retiringAt(Instant end) {
        return new Verifier(id, pepperId, hash, expiresAt, end);
    }

    /** Whether it is the secret's and alive; the same work is done either way. */
    public boolean accepts(String secret, Pepper pepper, Instant now) {
        return pepper.matches(secret, pepperId, hash) && isAlive(now);
    }

    private boolean isAlive(Instant now) {
        return now.isBefore(expiresAt) && (retiresAt == null || now.isBefore(retiresAt));
    }

    @Override
    public String toString() {
        return "Verifier[" + id + "]";
    }
}
