package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyAttributes;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which tokens an organization stops by its policy. */
class PolicyEnforcementTest extends NodeTest {
    private static final TestKey KEY = TestKey.of("ES256");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    ViewsDatabase views;

    @ParameterizedTest
    @CsvSource({
        "client_secrets_allowed, false, false",
        "max_secret_duration, P2Y, P2Y",
        "max_live_secrets, 1, 1",
        "max_token_lifetime, 7200, 7200"
    })
    void refusesTokensToWhatViolatesARuleAndNamesIt(String rule, String limit, String shown) throws Exception {
        var app = app("strict-" + rule.replace('_', '-'), 7201);
        ledger.secret(app.id(), clock.instant().plus(Duration.ofDays(1)));
        settle();
        assertThat(form(app).status()).isEqualTo(200);
        var value = limit.startsWith("P") ? limit : limit.equals("false") ? (Object) false : Integer.valueOf(limit);
        enforce(app.organizationId(), Map.of(rule, value));

        assertRefused(form(app), rule + " " + shown);
        assertThat(json(app).json().at("/errors/0/title").asString()).isEqualTo("unauthorized_client");
        assertThat(json(app).json().at("/errors/0/detail").asString()).contains(rule + " " + shown);
        adopt(app.organizationId(), Map.of(rule, value), false);
        assertThat(form(app).status()).isEqualTo(200);
    }

    @Test
    void saysNothingOfThePolicyToWhoDoesNotProveWhoHeIs() throws Exception {
        var app = app("silent", 7200);
        enforce(app.organizationId(), Map.of("client_secrets_allowed", false));

        assertThat(form(app, "client_secret", ledger.strangersSecret()).text()).contains("invalid_client");
    }

    @Test
    void letsTheAppOnByACredentialThatIsAllowed() throws Exception {
        var app = app("certificates-only", 7200);
        var begin = clock.instant();
        ledger.certificate(app, "certShort0", KEY, begin, begin.plus(Duration.ofDays(30)));
        var long0 = TestKey.of("ES256", "long");
        ledger.certificate(app, "certLong00", long0, begin, begin.plus(Duration.ofDays(400)));
        enforce(app.organizationId(), Map.of("client_secrets_allowed", false, "max_certificate_duration", "P1Y"));

        assertRefused(form(app), "client_secrets_allowed");
        assertThat(asserted(app, KEY, "certShort0").status()).isEqualTo(200);
        assertRefused(asserted(app, long0, "certLong00"), "max_certificate_duration P1Y");
    }

    @Test
    void refusesOnlyTokens() throws Exception {
        var app = app("only-tokens", 7200);
        settle();
        var token = form(app).token();
        enforce(app.organizationId(), Map.of("client_secrets_allowed", false));

        var introspected = http.form("/oauth/introspect", credentials(app, "token", token));
        assertThat(introspected.json().get("active").asBoolean()).isTrue();
        assertThat(http.form("/oauth/revoke", credentials(app, "token", token)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "resources"})
    void locksNobodyOutOfChangingThePolicy(String kind) throws Exception {
        var organization = ledger.organization("locked-" + kind);
        var app = ledger.app(organization, kind);
        enforce(organization, Map.of("client_secrets_allowed", false));

        assertThat(form(app).status()).isEqualTo(200);
    }

    @Test
    void mindsNoOtherOrganization() throws Exception {
        var strict = app("strict", 7200);
        var other = app("other", 7200);
        enforce(strict.organizationId(), Map.of("client_secrets_allowed", false));

        assertThat(form(other).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatNobodyUsedForTooLongHoweverOftenItIsTried() throws Exception {
        var app = app("unused", 7200);
        enforce(app.organizationId(), Map.of("unused_after", "P90D"));
        var late = Instant.now().plus(Duration.ofDays(91));
        clock.set(late);

        for (int i = 0; i < 3; i++) {
            assertRefused(form(app), "unused_after P90D");
            clock.advance(Duration.ofMinutes(2));
        }
        new LastUses(views).write(Map.of(ledger.secretId(app), new LastUse(late.minus(Duration.ofDays(89)), null)));
        assertThat(form(app).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(89));
        assertThat(form(app).status()).isEqualTo(200);
    }

    private Ledger.App app(String slug, int lifetime) {
        return ledger.app(ledger.organization(slug), "integration", "live", lifetime, null, null);
    }

    private void enforce(String organization, Map<String, Object> said) throws InterruptedException {
        adopt(organization, said, true);
    }

    private void adopt(String organization, Map<String, Object> said, boolean enforced) throws InterruptedException {
        ledger.record("policy" + organization, policy(organization, said, enforced));
        settle();
    }

    private static CredentialPolicyChanged policy(String organization, Map<String, Object> said, boolean enforced) {
        var values = new HashMap<String, @Nullable Object>(
                Map.of("client_secrets_allowed", true, "expiry_notices", List.of(), "enforce_on_tokens", enforced));
        values.putAll(said);
        return PolicyAttributes.policy(organization, values).adoptedBy(organization);
    }

    private Http.Answer asserted(Ledger.App app, TestKey key, String certificate) throws Exception {
        var assertion = key.sign("ES256", Map.of("kid", certificate), assertionClaims(app, clock.instant()));
        return http.form("/oauth/token", asserting(assertion));
    }

    private static void assertRefused(Http.Answer answer, String named) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo("unauthorized_client");
        assertThat(answer.json().path("error_description").asString()).contains(named);
    }
}
