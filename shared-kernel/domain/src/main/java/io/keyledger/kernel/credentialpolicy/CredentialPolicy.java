package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.expiry.NoticeDays;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an organization on the credentials of its apps. New ones that violate it are refused; existing ones
 * stay, and are listed. Source: CONTRACT A4.
 *
 * @param clientSecretsAllowed   false: certificates only
 * @param maxSecretDuration      how long a client secret may be valid at most; null for the service's own limit, three
 *                               years
 * @param maxCertificateDuration from a certificate's first to its last instant; null for any
 * @param maxTokenLifetime       in seconds; null for the service's own limit, a year
 * @param maxLiveSecrets         of one app at once, 1 to 10; null for the service's own limit, ten
 * @param expiryNotices          when the organization is told of an end
 * @param unusedAfter            without use for so long, a credential or an app is listed as unused; null: never
 * @param enforceOnTokens        whether apps and credentials that violate it are issued no tokens
 */
public record CredentialPolicy(
        boolean clientSecretsAllowed,
        @Nullable Term maxSecretDuration,
        @Nullable Term maxCertificateDuration,
        @Nullable Integer maxTokenLifetime,
        @Nullable Integer maxLiveSecrets,
        NoticeDays expiryNotices,
        @Nullable Term unusedAfter,
        boolean enforceOnTokens) {

    /** The policy of an organization that has not set one: refuses nothing. */
    public static final CredentialPolicy DEFAULT =
            new CredentialPolicy(true, null, null, null, null, NoticeDays.DEFAULT, Term.parse("P90D"), false);

    /** The policy after the event. */
    public static CredentialPolicy after(CredentialPolicyChanged event) {
        return new CredentialPolicy(
                event.clientSecretsAllowed(),
                term(event.maxSecretDuration()),
                term(event.maxCertificateDuration()),
                event.maxTokenLifetime(),
                event.maxLiveSecrets(),
                new NoticeDays(event.expiryNotices()),
                term(event.unusedAfter()),
                event.enforceOnTokens());
    }

    /** The event that makes it the organization's. */
    public CredentialPolicyChanged adoptedBy(String organizationId) {
        return new CredentialPolicyChanged(
                organizationId,
                clientSecretsAllowed,
                text(maxSecretDuration),
                text(maxCertificateDuration),
                maxTokenLifetime,
                maxLiveSecrets,
                expiryNotices.days(),
                text(unusedAfter),
                enforceOnTokens);
    }

    /** What was last used before this instant counts as unused at {@code now}; null when nothing does. */
    public @Nullable Instant unusedBefore(Instant now) {
        return unusedAfter == null ? null : unusedAfter.before(now);
    }

    /**
     * Whether something counts as unused at {@code now}.
     *
     * @param since its last use, or when it was created if never used
     */
    public boolean isUnused(Instant since, Instant now) {
        var before = unusedBefore(now);
        return before != null && since.isBefore(before);
    }

    private static @Nullable Term term(@Nullable String text) {
        return text == null ? null : Term.parse(text);
    }

    private static @Nullable String text(@Nullable Term term) {
        return term == null ? null : term.toString();
    }
}
