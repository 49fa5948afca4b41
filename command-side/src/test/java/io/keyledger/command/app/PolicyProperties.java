package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.FIRST;
import static io.keyledger.command.app.AppFixtures.ORGANIZATION;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.more;
import static io.keyledger.command.app.AppFixtures.rotatedUntil;
import static io.keyledger.command.app.AppFixtures.secret;
import static io.keyledger.command.app.AppFixtures.secretAdded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.andNoMore;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.hamcrest.Matchers.instanceOf;

import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.kernel.credentialpolicy.Term;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.axonframework.test.aggregate.ResultValidator;

/**
 * A policy refuses exactly what would violate it if it existed. What exists is measured from its event, as the list of
 * violations does it.
 */
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
        var measures = List.of(
                Measure.ofSecret(),
                Measure.ofSecret(Term.parse(made.effectiveDuration())),
                Measure.ofLiveSecrets(live + 1));

        var tried = fixture(policy)
                .given(integration())
                .andGiven(more(live))
                .when(new AddClientSecret(APP, secret("secret0001"), null, SecretDuration.parse(duration)));

        assertRefusedIff(policy, measures, tried, made);
    }

    @Property(tries = 200)
    void aRotationIsRefusedIffItWouldLeaveAViolation(
            @ForAll("policies") CredentialPolicy policy,
            @ForAll("years") String duration,
            @ForAll @IntRange(max = 8) int others,
            @ForAll boolean overlaps) {
        var overlap = overlaps ? Duration.ofDays(1) : Duration.ZERO;
        var end = SecretDuration.parse(duration).endOf(AppFixtures.NOW);
        var measures = List.of(
                Measure.ofSecret(),
                Measure.ofSecret(Term.parse(duration)),
                Measure.ofLiveSecrets(others + (overlaps ? 2 : 1)));

        var tried = fixture(policy)
                .given(integration(), firstSecret())
                .andGiven(more(others))
                .when(new RotateClientSecret(
                        APP, FIRST, secret("secret0002"), new Overlap(overlap), SecretDuration.parse(duration)));

        assertRefusedIff(
                policy,
                measures,
                tried,
                secretAdded("secret0002", duration, end.toString()),
                rotatedUntil(AppFixtures.NOW.plus(overlap).toString()));
    }

    @Property(tries = 200)
    void aCertificateIsRefusedIffItWouldBeAViolation(
            @ForAll("policies") CredentialPolicy policy, @ForAll @LongRange(min = 1, max = 100_000_000) long seconds) {
        var command = PolicyOfAppTest.certificate(Duration.ofSeconds(seconds));
        var made = command.certificate();
        var measures = List.of(Measure.ofCertificate(made.notBefore(), made.notAfter()));

        var tried = fixture(policy).given(integration()).when(command);

        if (isViolation(policy, measures)) {
            tried.expectNoEvents();
        } else {
            tried.expectEventsMatching(
                    payloadsMatching(exactSequenceOf(instanceOf(CertificateAdded.class), andNoMore())));
        }
    }

    @Property(tries = 200)
    void aLifetimeIsRefusedIffItWouldBeAViolation(
            @ForAll("policies") CredentialPolicy policy, @ForAll @IntRange(min = 7201, max = 31_536_000) int seconds) {
        var tried = fixture(policy).given(integration()).when(PolicyOfAppTest.change(new TokenLifetime(seconds)));

        assertRefusedIff(
                policy,
                List.of(Measure.ofLifetime(seconds)),
                tried,
                new TokenLifetimeChanged(APP.value(), 7200, seconds));
    }

    @Property(tries = 200)
    void aSecretAsLongAsAllowedIsNoViolation(@ForAll("policies") CredentialPolicy policy) {
        var longest = SecretDuration.P3Y.within(policy);

        assertThat(Measure.ofSecret(longest.term()).violates(policy)).isFalse();
    }

    private static void assertRefusedIff(
            CredentialPolicy policy, List<Measure> measures, ResultValidator<App> tried, Object... made) {
        if (isViolation(policy, measures)) {
            tried.expectNoEvents();
        } else {
            tried.expectEvents(made);
        }
    }

    private static boolean isViolation(CredentialPolicy policy, List<Measure> measures) {
        return measures.stream().anyMatch(measure -> measure.violates(policy));
    }

    @Provide
    Arbitrary<String> years() {
        return Arbitraries.of("P1Y", "P2Y", "P3Y");
    }

    @Provide
    Arbitrary<CredentialPolicy> policies() {
        var durations = Arbitraries.of("P30D", "P6M", "P1Y", "P2Y", "P3Y").injectNull(0.3);
        var lifetimes = Arbitraries.integers().between(7200, 31_536_000).injectNull(0.3);
        var liveSecrets = Arbitraries.integers().between(1, 10).injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false), durations, durations, lifetimes, liveSecrets)
                .as((secrets, duration, certificate, lifetime, most) ->
                        CredentialPolicy.after(new CredentialPolicyChanged(
                                ORGANIZATION.value(),
                                secrets,
                                duration,
                                certificate,
                                lifetime,
                                most,
                                List.of(),
                                null,
                                false)));
    }
}
