package io.keyledger.command.app;

import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a client secret is valid: one, two or three years, or shorter where the organization's policy is; otherwise
 * {@link InvalidValue} {@code VALIDATION_ERROR} on {@code effective_duration}. Calendar years in UTC; 29 February + 1
 * year = 28 February. Source: CONTRACT A2 and A4.
 */
public record SecretDuration(Term term) {
    public static final SecretDuration P1Y = parse("P1Y");
    public static final SecretDuration P2Y = parse("P2Y");
    public static final SecretDuration P3Y = parse("P3Y");

    private static final Refusal NOT_OFFERED =
            Refusal.ofField("effective_duration", "inclusion", "is not included in the list");

    /** Reads an ISO 8601 duration of years, or of months or days below a year. */
    public static SecretDuration parse(String text) {
        if (!text.matches(Term.FORM_OF_SECRETS)) {
            throw new InvalidValue(NOT_OFFERED);
        }
        return new SecretDuration(Term.parse(text));
    }

    /** The longest that the policy allows. */
    static SecretDuration longest(CredentialPolicy policy) {
        return P3Y.within(policy);
    }

    /** This one, or the longest that the policy allows when that is less. */
    SecretDuration within(CredentialPolicy policy) {
        var max = policy.maxSecretDuration();
        return max == null || term.days() <= max.days() ? this : new SecretDuration(max);
    }

    /** Refuses a duration below a year unless the policy's limit is below a year too; null when it is offered. */
    @Nullable
    Refusal fault(CredentialPolicy policy) {
        var max = policy.maxSecretDuration();
        return term.isShorterThanAYear() && (max == null || !max.isShorterThanAYear()) ? NOT_OFFERED : null;
    }

    /** The first instant at which a secret made at {@code start} is no longer valid. */
    public Instant endOf(Instant start) {
        return term.after(start);
    }

    /** As it stands in events and in the API. */
    @Override
    public String toString() {
        return term.toString();
    }
}
