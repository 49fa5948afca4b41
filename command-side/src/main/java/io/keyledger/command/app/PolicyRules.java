package io.keyledger.command.app;

import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.command.decision.Faults;
import io.keyledger.kernel.app.TokenLifetimes;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is new in one app against the organization's policy. Apps of kinds that the API does not create are
 * exempt. Source: CONTRACT A4.
 *
 * @param policy of the organization
 */
record PolicyRules(CredentialPolicy policy) {
    private static final String SECRETS = "client_secrets";
    private static final String DURATION = "effective_duration";

    static PolicyRules of(CredentialPolicies policies, Kind kind, String organizationId) {
        return new PolicyRules(
                kind.creatable() ? policies.of(new OrganizationId(organizationId)) : CredentialPolicy.DEFAULT);
    }

    /**
     * Collects what the policy refuses of one more client secret.
     *
     * @param live how many live ones the app then has
     */
    void checkSecret(SecretDuration duration, long live, Faults faults) {
        faults.and(Measure.ofSecret().refusal(policy, SECRETS))
                .and(Measure.ofSecret(duration.term()).refusal(policy, DURATION))
                .and(Measure.ofLiveSecrets(live).refusal(policy, SECRETS));
    }

    /** The duration asked for; else the usual one, or the longest allowed when that is less. */
    SecretDuration duration(@Nullable SecretDuration asked, SecretDuration usual, Faults faults) {
        if (asked == null) {
            return usual.within(policy);
        }
        faults.and(asked.fault(policy));
        return asked;
    }

    @Nullable
    Refusal certificateFault(ClientCertificate certificate) {
        return Measure.ofCertificate(certificate.notBefore(), certificate.notAfter())
                .refusal(policy, "certificate");
    }

    /** The lifetime in seconds: as asked for; else the default of the kind, or the most allowed when that is less. */
    int lifetime(@Nullable TokenLifetime asked, Kind kind) {
        var max = Objects.requireNonNullElse(policy.maxTokenLifetime(), TokenLifetimes.LONGEST);
        return asked == null ? Math.min(kind.defaultLifetime(), max) : asked.seconds();
    }

    @Nullable
    Refusal lifetimeFault(int seconds) {
        return Measure.ofLifetime(seconds).refusal(policy, "expires_in");
    }
}
