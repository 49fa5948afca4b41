package io.keyledger.authorization.oauth;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.nimbusds.jose.JWSAlgorithm;
import io.keyledger.authorization.assertion.ClientAssertion;
import io.keyledger.authorization.mtls.PresentedCertificate;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * Counts tokens and refusals. Every counter is registered at the start, so that counting is one look-up and one
 * addition.
 */
final class TokenMeters {
    private static final List<ClientAuthenticationMethod> METHODS = List.of(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.PRIVATE_KEY_JWT,
            ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH,
            ClientAuthenticationMethod.NONE);
    private static final String OTHER = "other";

    private final Map<Profile, Map<ClientAuthenticationMethod, Counter>> issued;
    private final Map<String, Counter> refused;
    private final Map<Failure, Counter> failed;
    private final Map<String, Counter> refusedByPolicy;

    /** Why authentication failed: in metrics, never in answers. */
    enum Failure {
        UNKNOWN_CLIENT,
        SECRET,
        ASSERTION,
        CERTIFICATE,
        NO_PROOF
    }

    TokenMeters(MeterRegistry registry, JWSAlgorithm oauthAlgorithm) {
        this.issued = Map.of(
                Profile.OAUTH, issued(registry, Profile.OAUTH, oauthAlgorithm),
                Profile.PROVISIONING, issued(registry, Profile.PROVISIONING, JWSAlgorithm.RS512));
        this.refused = Stream.concat(OAuthErrors.codes().stream(), Stream.of(OTHER))
                .collect(toUnmodifiableMap(
                        Function.identity(), code -> registry.counter("keyledger.oauth.refusals", "error", code)));
        this.refusedByPolicy = PolicyRule.words().stream()
                .collect(toUnmodifiableMap(
                        Function.identity(),
                        rule -> registry.counter("keyledger.tokens.refused.by.policy", "rule", rule)));
        this.failed = Stream.of(Failure.values())
                .collect(toUnmodifiableMap(
                        Function.identity(),
                        reason -> registry.counter(
                                "keyledger.client.authentication.failures",
                                "reason",
                                reason.name().toLowerCase(Locale.ROOT))));
    }

    private static Map<ClientAuthenticationMethod, Counter> issued(
            MeterRegistry registry, Profile profile, JWSAlgorithm algorithm) {
        return METHODS.stream()
                .collect(toUnmodifiableMap(
                        Function.identity(),
                        method -> Counter.builder("keyledger.tokens.issued")
                                .tag("grant", "client_credentials")
                                .tag("profile", profile.name().toLowerCase(Locale.ROOT))
                                .tag("algorithm", algorithm.getName())
                                .tag("authentication", method.getValue())
                                .register(registry)));
    }

    void issued(Profile profile, ClientAuthenticationMethod method) {
        var counter = Objects.requireNonNull(issued.get(profile)).get(method);
        if (counter != null) {
            counter.increment();
        }
    }

    void refused(String error) {
        Objects.requireNonNull(refused.getOrDefault(error, refused.get(OTHER))).increment();
    }

    void refusedByPolicy(String rule) {
        Objects.requireNonNull(refusedByPolicy.get(rule)).increment();
    }

    void failed(boolean isKnown, @Nullable Object proof) {
        Objects.requireNonNull(failed.get(isKnown ? reason(proof) : Failure.UNKNOWN_CLIENT))
                .increment();
    }

    private static Failure reason(@Nullable Object proof) {
        return switch (proof) {
            case String _ -> Failure.SECRET;
            case ClientAssertion _ -> Failure.ASSERTION;
            case PresentedCertificate _ -> Failure.CERTIFICATE;
            case null, default -> Failure.NO_PROOF;
        };
    }
}
