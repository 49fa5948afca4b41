package io.keyledger.authorization.directory;

import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.TokenLifetimes;
import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.secret.Pepper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client secret of an app: its keyed hash and its dates.
 *
 * @param id        id of the secret
 * @param pepperId  the pepper it was hashed under
 * @param hash      HMAC-SHA-256, base64url
 * @param expiresAt expired from this instant on
 * @param duration  its term when it was made
 * @param addedAt   when it was added to the app
 * @param retiresAt expired from this instant on, too; null while it has no successor
 * @param revoked   whether it was removed or reported as leaked: refused, kept to recognize further attempts
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
    private static final Duration LONGEST_TOKEN = Duration.ofSeconds(TokenLifetimes.LONGEST);

    /** Each of them is compared with every presented secret. */
    private static final int MOST_REVOKED = 3;

    static List<ClientSecretEntry> added(List<ClientSecretEntry> before, ClientSecretAdded e, Instant at) {
        var added = new ClientSecretEntry(
                e.secretId(), e.pepperId(), e.verifier(), e.expiresAt(), e.effectiveDuration(), at, null, false);
        return Stream.concat(
                        before.stream().filter(secret -> !secret.id.equals(added.id) && secret.isNeeded(at)),
                        Stream.of(added))
                .toList();
    }

    /** Whether its use is still reported then, or a token that was got with it may live. */
    private boolean isNeeded(Instant then) {
        return (isRetired() || revoked) ? isRemembered(then) : !then.isAfter(expiresAt.plus(LONGEST_TOKEN));
    }

    /** Marks the rotated one as retiring. */
    static List<ClientSecretEntry> rotated(List<ClientSecretEntry> before, ClientSecretRotated e) {
        return before.stream()
                .map(secret -> secret.id.equals(e.secretId()) ? secret.retiringAt(e.retiresAt()) : secret)
                .toList();
    }

    /** Marks it as revoked; only the newest revoked ones are kept. */
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

    private ClientSecretEntry retiringAt(Instant end) {
        return new ClientSecretEntry(id, pepperId, hash, expiresAt, duration, addedAt, end, revoked);
    }

    private ClientSecretEntry takenBack() {
        return new ClientSecretEntry(id, pepperId, hash, expiresAt, duration, addedAt, retiresAt, true);
    }

    /** A hash to compare with when the client is unknown, so that the answer takes as long. */
    public static ClientSecretEntry ofNobody(Pepper pepper) {
        return new ClientSecretEntry(
                "", pepper.currentId(), pepper.verifier(""), Instant.MAX, "P3Y", Instant.MIN, null, false);
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.ofSecret(), Measure.ofSecret(Term.parse(duration)));
    }

    /** Whether it is the hash of that secret, live or not, compared in constant time. */
    public boolean isOf(String secret, Pepper pepper) {
        return pepper.matches(secret, pepperId, hash);
    }

    /** Whether the secret is valid then. */
    public boolean isAlive(Instant now) {
        return !revoked && now.isBefore(end());
    }

    /** Not when it was removed, reported as leaked or rotated out; its own expiry ends no token. */
    @Override
    public boolean backsTokens(Instant now) {
        return !revoked && (retiresAt == null || now.isBefore(retiresAt));
    }

    /** Whether it has a successor. */
    public boolean isRetired() {
        return retiresAt != null;
    }

    /** Whether its use is still reported then: until 30 days after its end. */
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
