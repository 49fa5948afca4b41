package io.keyledger.authorization.directory;

import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.secret.Pepper;
import java.time.Duration;
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
 * @param duration  what it was made for
 * @param addedAt   when the app got it
 * @param retiresAt from this instant on it is dead too; null as long as it has no successor
 * @param revoked   whether it was taken back: dead for good, known only to tell that somebody still has it
 */
public record ClientSecretEntry(
        String id,
        String pepperId,
        String hash,
        Instant expiresAt,
        String duration,
        Instant addedAt,
        @Nullable Instant retiresAt,
        boolean revoked)
        implements Credential {
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    /** Each one more is compared with whatever is presented. */
    private static final int MOST_REVOKED = 3;

    static List<ClientSecretEntry> added(List<ClientSecretEntry> before, ClientSecretAdded e, Instant at) {
        var added = new ClientSecretEntry(
                e.secretId(), e.pepperId(), e.verifier(), e.expiresAt(), e.effectiveDuration(), at, null, false);
        return Stream.concat(without(before, added.id).stream(), Stream.of(added))
                .toList();
    }

    /** Those that ended long before this one retires are forgotten: nobody asks for them any more. */
    static List<ClientSecretEntry> rotated(List<ClientSecretEntry> before, ClientSecretRotated e) {
        var longAgo = e.retiresAt().minus(LONGEST_OVERLAP).minus(REMEMBERED);
        return before.stream()
                .filter(secret -> secret.end().isAfter(longAgo))
                .map(secret -> secret.id.equals(e.secretId()) ? secret.retiringAt(e.retiresAt()) : secret)
                .toList();
    }

    /** Only the newest of those taken back are remembered. */
    static List<ClientSecretEntry> revoked(List<ClientSecretEntry> before, String id) {
        var all = before.stream()
                .map(secret -> secret.id.equals(id) ? secret.takenBack() : secret)
                .toList();
        var superfluous = all.stream().filter(ClientSecretEntry::revoked).count() - MOST_REVOKED;
        var forgotten = all.stream()
                .filter(ClientSecretEntry::revoked)
                .limit(Math.max(0, superfluous))
                .toList();
        return all.stream().filter(secret -> !forgotten.contains(secret)).toList();
    }

    private static List<ClientSecretEntry> without(List<ClientSecretEntry> before, String id) {
        return before.stream().filter(secret -> !secret.id.equals(id)).toList();
    }

    private ClientSecretEntry retiringAt(Instant end) {
        return new ClientSecretEntry(id, pepperId, hash, expiresAt, duration, addedAt, end, revoked);
    }

    private ClientSecretEntry takenBack() {
        return new ClientSecretEntry(id, pepperId, hash, expiresAt, duration, addedAt, retiresAt, true);
    }

    /** What an unknown client's secret is compared with: as much work as any other. */
    public static ClientSecretEntry ofNobody(Pepper pepper) {
        return new ClientSecretEntry(
                "", pepper.currentId(), pepper.verifier(""), Instant.MAX, "P3Y", Instant.MIN, null, false);
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.ofSecret(), Measure.ofSecret(Term.parse(duration)));
    }

    /** Whether it is that secret's, alive or not; the same work is done either way. */
    public boolean isOf(String secret, Pepper pepper) {
        return pepper.matches(secret, pepperId, hash);
    }

    /** Whether the secret opens anything then. */
    public boolean isAlive(Instant now) {
        return !revoked && now.isBefore(end());
    }

    /** Whether it has a successor. */
    public boolean isRetired() {
        return retiresAt != null;
    }

    /** Whether its use is worth telling then: for 30 days after its end. */
    public boolean isRemembered(Instant now) {
        return !now.isAfter(end().plus(REMEMBERED));
    }

    private Instant end() {
        return retiresAt != null && retiresAt.isBefore(expiresAt) ? retiresAt : expiresAt;
    }

    @Override
    public String toString() {
        return "ClientSecretEntry[" + id + "]";
    }
}
