package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.ORGANIZATION;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.more;
import static io.keyledger.command.app.AppFixtures.secret;
import static io.keyledger.command.app.AppFixtures.secretAdded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.policy.CredentialPolicy;
import io.keyledger.kernel.policy.CredentialPolicyChanged;
import io.keyledger.kernel.policy.PolicyRule;
import io.keyledger.kernel.policy.Term;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a policy refuses is exactly what would violate it if it were there. */
class PolicyProperties {
    @Property(tries = 200)
    void aSecretIsRefusedIffItWouldBeAViolation(
            @ForAll("policies") CredentialPolicy policy,
            @ForAll("years") String duration,
            @ForAll @IntRange(max = 9) int live) {
        var made = secretAdded(
                "secret0001",
                duration,
                SecretDuration.parse(duration).endOf(AppFixtures.NOW).toString());
        var isViolation = PolicyRule.CLIENT_SECRETS_ALLOWED.isViolated(policy, 1)
                || PolicyRule.MAX_LIVE_SECRETS.isViolated(policy, live + 1)
                || PolicyRule.MAX_SECRET_DURATION.isViolated(
                        policy, Term.parse(made.effectiveDuration()).days());

        var tried = fixture(policy)
                .given(integration())
                .andGiven(more(live))
                .when(new AddClientSecret(APP, secret("secret0001"), null, SecretDuration.parse(duration)));

        if (isViolation) {
            tried.expectNoEvents();
        } else {
            tried.expectEvents(made);
        }
    }

    @Property(tries = 200)
    void aSecretAsLongAsAllowedIsNoViolation(@ForAll("policies") CredentialPolicy policy) {
        var longest = SecretDuration.P3Y.within(policy);

        assertThat(PolicyRule.MAX_SECRET_DURATION.isViolated(policy, longest.days()))
                .isFalse();
    }

    @Provide
    Arbitrary<String> years() {
        return Arbitraries.of("P1Y", "P2Y", "P3Y");
    }

    @Provide
    Arbitrary<CredentialPolicy> policies() {
        var durations = Arbitraries.of("P30D", "P6M", "P1Y", "P2Y", "P3Y").injectNull(0.3);
        var liveSecrets = Arbitraries.integers().between(1, 10).injectNull(0.3);
        return Combinators.combine(Arbitraries.of(true, true, true, false), durations, liveSecrets)
                .as((secrets, duration, most) -> CredentialPolicy.after(new CredentialPolicyChanged(
                        ORGANIZATION.value(), secrets, duration, null, null, most, List.of(), null, false)));
    }
}
