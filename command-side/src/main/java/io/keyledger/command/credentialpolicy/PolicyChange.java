package io.keyledger.command.credentialpolicy;

import io.keyledger.command.value.Given;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.expiry.NoticeDays;
import java.util.Objects;

/** A change of a policy; absent components stay as they are. They are those of {@link CredentialPolicy}. */
public record PolicyChange(
        Given<Boolean> clientSecretsAllowed,
        Given<Term> maxSecretDuration,
        Given<Term> maxCertificateDuration,
        Given<Integer> maxTokenLifetime,
        Given<Integer> maxLiveSecrets,
        Given<NoticeDays> expiryNotices,
        Given<Term> unusedAfter,
        Given<Boolean> enforceOnTokens) {

    /** The policy after it. */
    public CredentialPolicy of(CredentialPolicy before) {
        return new CredentialPolicy(
                Objects.requireNonNull(clientSecretsAllowed.or(before.clientSecretsAllowed())),
                maxSecretDuration.or(before.maxSecretDuration()),
                maxCertificateDuration.or(before.maxCertificateDuration()),
                maxTokenLifetime.or(before.maxTokenLifetime()),
                maxLiveSecrets.or(before.maxLiveSecrets()),
                Objects.requireNonNull(expiryNotices.or(before.expiryNotices())),
                unusedAfter.or(before.unusedAfter()),
                Objects.requireNonNull(enforceOnTokens.or(before.enforceOnTokens())));
    }
}
