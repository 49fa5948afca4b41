package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a policy refuses what is new. Each is a limit on one measure, so what it refuses is exactly what would
 * violate it if it existed. Source: CONTRACT A4.
 */
public enum PolicyRule {
    /** Measures a live client secret: one. */
    CLIENT_SECRETS_ALLOWED(ErrorCode.POLICY_CLIENT_SECRETS_NOT_ALLOWED) {
        @Override
        public @Nullable Integer limit(CredentialPolicy policy) {
            return policy.clientSecretsAllowed() ? null : 0;
        }

        @Override
        public String limitText(CredentialPolicy policy) {
            return String.valueOf(policy.clientSecretsAllowed());
        }
    },
    /** Measures what a client secret was made for, in days. */
    MAX_SECRET_DURATION(ErrorCode.POLICY_SECRET_DURATION) {
        @Override
        public @Nullable Integer limit(CredentialPolicy policy) {
            return days(policy.maxSecretDuration());
        }

        @Override
        public String limitText(CredentialPolicy policy) {
            return String.valueOf(policy.maxSecretDuration());
        }
    },
    /** Measures how many client secrets of an app are live at once. */
    MAX_LIVE_SECRETS(ErrorCode.POLICY_LIVE_SECRETS) {
        @Override
        public @Nullable Integer limit(CredentialPolicy policy) {
            return policy.maxLiveSecrets();
        }
    },
    /** Measures a certificate from its first to its last instant, in days begun. */
    MAX_CERTIFICATE_DURATION(ErrorCode.POLICY_CERTIFICATE_DURATION) {
        @Override
        public @Nullable Integer limit(CredentialPolicy policy) {
            return days(policy.maxCertificateDuration());
        }

        @Override
        public String limitText(CredentialPolicy policy) {
            return String.valueOf(policy.maxCertificateDuration());
        }
    },
    /** Measures how long the tokens of an app live, in seconds. */
    MAX_TOKEN_LIFETIME(ErrorCode.POLICY_TOKEN_LIFETIME) {
        @Override
        public @Nullable Integer limit(CredentialPolicy policy) {
            return policy.maxTokenLifetime();
        }
    };

    /**
     * The word of the rule that refuses nothing new, so is none of these: what was not used for so long is only listed.
     */
    public static final String UNUSED_AFTER = "unused_after";

    private final ErrorCode code;

    PolicyRule(ErrorCode code) {
        this.code = code;
    }

    /** The words of all rules that something can violate. */
    public static List<String> words() {
        return Stream.concat(Arrays.stream(values()).map(PolicyRule::word), Stream.of(UNUSED_AFTER))
                .toList();
    }

    /** The rule of that word; {@link #UNUSED_AFTER} is none of these. */
    public static PolicyRule of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The greatest measure the policy allows; null when it allows any. */
    public abstract @Nullable Integer limit(CredentialPolicy policy);

    /** The same as the policy has it, as a text; the text {@code null} when it has none. */
    public String limitText(CredentialPolicy policy) {
        return String.valueOf(limit(policy));
    }

    /** The attribute of the policy that sets it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something of that measure violates the policy. */
    public boolean isViolated(CredentialPolicy policy, int measure) {
        var limit = limit(policy);
        return limit != null && measure > limit;
    }

    /** Why something new of that measure is refused on the field; null when it is not. */
    public @Nullable Refusal refusal(CredentialPolicy policy, int measure, String field) {
        if (!isViolated(policy, measure)) {
            return null;
        }
        var limit = limitText(policy);
        return new Refusal(
                code,
                "the organization's policy has " + word() + " " + limit,
                field,
                word(),
                Map.of("policy", word(), "limit", limit));
    }

    /** The code it refuses with. */
    public ErrorCode code() {
        return code;
    }

    private static @Nullable Integer days(@Nullable Term term) {
        return term == null ? null : term.days();
    }
}
