package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.problem.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The value that a rule limits, measured alike for what is requested and for what exists.
 *
 * @param value in the unit of the rule
 */
public record Measure(PolicyRule rule, int value) {
    /** Of a client secret: one. */
    public static Measure ofSecret() {
        return new Measure(PolicyRule.CLIENT_SECRETS_ALLOWED, 1);
    }

    /** Of a client secret of that duration. */
    public static Measure ofSecret(Term duration) {
        return new Measure(PolicyRule.MAX_SECRET_DURATION, duration.days());
    }

    /** Of an app with so many live client secrets. */
    public static Measure ofLiveSecrets(long count) {
        return new Measure(PolicyRule.MAX_LIVE_SECRETS, Math.toIntExact(count));
    }

    /** Of a certificate that is valid from one instant to another. */
    public static Measure ofCertificate(Instant notBefore, Instant notAfter) {
        return new Measure(PolicyRule.MAX_CERTIFICATE_DURATION, Term.daysBegun(notBefore, notAfter));
    }

    /** Of an app whose tokens live so many seconds. */
    public static Measure ofLifetime(int seconds) {
        return new Measure(PolicyRule.MAX_TOKEN_LIFETIME, seconds);
    }

    /** Whether what was measured violates the policy. */
    public boolean violates(CredentialPolicy policy) {
        return rule.isViolated(policy, value);
    }

    /** Why something new is refused on the field; null when it is not. */
    public @Nullable Refusal refusal(CredentialPolicy policy, String field) {
        return rule.refusal(policy, value, field);
    }
}
