package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.FIRST;
import static io.keyledger.command.app.AppFixtures.NOW;
import static io.keyledger.command.app.AppFixtures.ORGANIZATION;
import static io.keyledger.command.app.AppFixtures.PERSONAL;
import static io.keyledger.command.app.AppFixtures.ROLE;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.newApp;
import static io.keyledger.command.app.AppFixtures.registered;
import static io.keyledger.command.app.AppFixtures.rotatedUntil;
import static io.keyledger.command.app.AppFixtures.secret;
import static io.keyledger.command.app.AppFixtures.secretAdded;
import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesPolicy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.CertificateId;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyOfAppTest {
    private static final CredentialPolicy CERTIFICATES_ONLY = policy(false, null, null, null, null);
    private static final CredentialPolicy ONE_YEAR = policy(true, "P1Y", null, null, null);
    private static final CredentialPolicy SIX_MONTHS = policy(true, "P6M", null, null, null);
    private static final CredentialPolicy YEARLY_CERTIFICATES = policy(true, null, "P1Y", null, null);
    private static final CredentialPolicy FOUR_HOURS = policy(true, null, null, 14_400, null);
    private static final CredentialPolicy ONE_SECRET = policy(true, null, null, null, 1);

    @Test
    void givesANewAppASecretThatLivesAsLongAsThePolicyAllows() {
        fixture(SIX_MONTHS)
                .givenNoPriorActivity()
                .when(register(null))
                .expectEvents(integration(), secretAdded("secret0001", "P6M", "2024-08-29T12:00:00Z"));
    }

    @Test
    void refusesANewAppItsSecretWhereCertificatesAloneAreAllowed() {
        fixture(CERTIFICATES_ONLY)
                .givenNoPriorActivity()
                .when(register(null))
                .expectException(refusesPolicy(PolicyRule.CLIENT_SECRETS_ALLOWED, "client_secrets"));
    }

    @Test
    void refusesALongerSecretThanThePolicyAllows() {
        fixture(ONE_YEAR)
                .given(integration())
                .when(add("P2Y"))
                .expectNoEvents()
                .expectException(refusesPolicy(PolicyRule.MAX_SECRET_DURATION, "effective_duration"));
    }

    @Test
    void addsASecretShorterThanAYearWhereNoYearIsAllowed() {
        fixture(SIX_MONTHS)
                .given(integration())
                .when(add("P90D"))
                .expectEvents(secretAdded("secret0002", "P90D", "2024-05-29T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P90D", "P11M"})
    void offersNoSecretShorterThanAYearWhereAYearIsAllowed(String duration) {
        fixture(ONE_YEAR)
                .given(integration())
                .when(add(duration))
                .expectException(refusesField("effective_duration", "inclusion"));
    }

    @Test
    void rotatesForLessWhenThePolicyAllowsLess() {
        fixture(ONE_YEAR)
                .given(integration(), firstSecret())
                .when(rotate(null))
                .expectEvents(
                        secretAdded("secret0002", "P1Y", "2025-02-28T12:00:00Z"), rotatedUntil("2024-03-07T12:00:00Z"));
    }

    @Test
    void refusesToRotateForLongerThanThePolicyAllows() {
        fixture(ONE_YEAR)
                .given(integration(), firstSecret())
                .when(rotate(SecretDuration.P2Y))
                .expectException(refusesPolicy(PolicyRule.MAX_SECRET_DURATION, "effective_duration"));
    }

    @Test
    void refusesMoreLiveSecretsThanThePolicyAllows() {
        fixture(ONE_SECRET)
                .given(integration(), firstSecret())
                .when(add("P1Y"))
                .expectException(refusesPolicy(PolicyRule.MAX_LIVE_SECRETS, "client_secrets"));
    }

    @Test
    void refusesARotationWhoseOverlapWouldMakeOneTooMany() {
        fixture(ONE_SECRET)
                .given(integration(), firstSecret())
                .when(rotate(null))
                .expectException(refusesPolicy(PolicyRule.MAX_LIVE_SECRETS, "client_secrets"));
    }

    @Test
    void refusesACertificateOfMoreDaysThanThePolicyAllows() {
        fixture(YEARLY_CERTIFICATES)
                .given(integration())
                .when(certificate(Duration.ofDays(366).plusSeconds(1)))
                .expectException(refusesPolicy(PolicyRule.MAX_CERTIFICATE_DURATION, "certificate"));
    }

    @Test
    void takesACertificateOfAsManyDaysAsThePolicyAllows() {
        fixture(YEARLY_CERTIFICATES)
                .given(integration())
                .when(certificate(Duration.ofDays(366)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void refusesANewAppWhoseTokensWouldLiveTooLong() {
        fixture(FOUR_HOURS)
                .givenNoPriorActivity()
                .when(register(new TokenLifetime(14_401)))
                .expectException(refusesPolicy(PolicyRule.MAX_TOKEN_LIFETIME, "expires_in"));
    }

    @Test
    void refusesALongerLifetimeThanThePolicyAllows() {
        fixture(FOUR_HOURS)
                .given(integration())
                .when(change(new TokenLifetime(14_401)))
                .expectException(refusesPolicy(PolicyRule.MAX_TOKEN_LIFETIME, "expires_in"));
    }

    @Test
    void leavesALifetimeAloneThatThePolicyWouldNotAllowAnyMore() {
        fixture(FOUR_HOURS)
                .given(registered("integration", 86_400, null, "role000001"))
                .when(change(new TokenLifetime(86_400)))
                .expectNoEvents();
    }

    @Test
    void takesThePolicysLifetimeWhenTheKindsDefaultIsMore() {
        fixture(policy(true, null, null, 7200, null))
                .given(registered("sales_channel", 9000, null, null))
                .when(change(null))
                .expectEvents(new TokenLifetimeChanged("app0000001", 9000, 7200));
    }

    @Test
    void exemptsThePersonalAppOfAUser() {
        fixture(CERTIFICATES_ONLY)
                .given(PERSONAL)
                .when(add("P3Y"), Map.of(MetaKey.ACTOR_ID, "user000001"))
                .expectEvents(secretAdded("secret0002", "P3Y", "2027-02-28T12:00:00Z"));
    }

    @Test
    void exemptsTheAppsOfTheServiceItself() {
        fixture(CERTIFICATES_ONLY)
                .givenNoPriorActivity()
                .when(new RegisterSystemApp(APP, newApp("resources"), ROLE, null))
                .expectEvents(registered("resources", 7200, null, "role000001"), firstSecret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P4Y", "P365D", "P12M", "P0D", "1Y", "P1Y1M"})
    void refusesWhatNoSecretIsMadeFor(String duration) {
        assertThat(catchThrowable(() -> SecretDuration.parse(duration)))
                .matches(refusesField("effective_duration", "inclusion")::matches);
    }

    private static RegisterApp register(@Nullable TokenLifetime lifetime) {
        return new RegisterApp(APP, newApp("integration", lifetime, LabelChange.NONE), RedirectUris.NONE, ROLE);
    }

    private static AddClientSecret add(String duration) {
        return new AddClientSecret(APP, secret("secret0002"), null, SecretDuration.parse(duration));
    }

    private static RotateClientSecret rotate(@Nullable SecretDuration duration) {
        return new RotateClientSecret(APP, FIRST, secret("secret0002"), Overlap.DEFAULT, duration);
    }

    static ChangeApp change(@Nullable TokenLifetime lifetime) {
        return new ChangeApp(APP, List.of(new ChangeTokenLifetime(APP, lifetime)), null);
    }

    static AddCertificate certificate(Duration duration) {
        var certificate = new ClientCertificate("CN=a", "CN=a", "1", "s", "t", "EC", 256, NOW, NOW.plus(duration), "");
        return new AddCertificate(APP, new CertificateId("cert000001"), null, certificate);
    }

    private static CredentialPolicy policy(
            boolean secrets,
            @Nullable String secretDuration,
            @Nullable String certificateDuration,
            @Nullable Integer lifetime,
            @Nullable Integer liveSecrets) {
        return CredentialPolicy.after(new CredentialPolicyChanged(
                ORGANIZATION.value(),
                secrets,
                secretDuration,
                certificateDuration,
                lifetime,
                liveSecrets,
                List.of(),
                null,
                false));
    }
}
