package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialect of RFC 6749 and RFC 9068. */
class OAuthTokenTest extends NodeTest {
    @Test
    void answersAsTheStandardSays() throws Exception {
        var app = ledger.app(ledger.organization("standard"), "integration");
        settle();

        var answer = form(app);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
        assertThat(answer.json().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().get("scope").asString()).isEqualTo("market:all");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void makesATokenThatAnybodyCanVerifyWithThePublishedKeys() throws Exception {
        var app = ledger.app(ledger.organization("verify"), "integration");
        settle();

        var token = SignedJWT.parse(form(app).token());
        var keys = JWKSet.parse(http.get("/oauth/jwks").text());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(token.getHeader().toJSONObject())
                .containsOnlyKeys("alg", "typ", "kid")
                .containsEntry("alg", "ES256")
                .containsEntry("typ", "at+jwt");
        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    }

    @Test
    void saysWhoTheAppIsAndWhoseItIs() throws Exception {
        var organization = ledger.organization("claims");
        var app = ledger.app(organization, "integration", "test", 7200, null, null);
        settle();

        assertThat(claims(form(app).token()))
                .containsOnlyKeys(
                        "iss",
                        "sub",
                        "aud",
                        "client_id",
                        "iat",
                        "exp",
                        "jti",
                        "scope",
                        "application",
                        "credential_id",
                        "token_generation",
                        "organization",
                        "test",
                        "customer_scope")
                .containsEntry("iss", ISSUER)
                .containsEntry("aud", ISSUER)
                .containsEntry("sub", app.clientId())
                .containsEntry("client_id", app.clientId())
                .containsEntry("scope", "market:all")
                .containsEntry("credential_id", ledger.secretId(app))
                .containsEntry("token_generation", 0L)
                .containsEntry("test", true)
                .containsEntry(
                        "organization",
                        Map.of("id", organization, "slug", "claims", "enterprise", true, "region", "eu-west-1"));
    }

    @Test
    void speaksForTheUserOfAProvisioningApp() throws Exception {
        var user = ledger.user("u@example.org");
        var app = ledger.app(ledger.organization("user-app"), "user", "live", 7200, null, user);
        settle();

        assertThat(claims(form(app).token()))
                .containsEntry("sub", user)
                .containsEntry("user", Map.of("id", user))
                .containsEntry("scope", "provisioning-api")
                .containsEntry("aud", ISSUER + "/api")
                .containsEntry("test", false)
                .doesNotContainKey("organization");
    }

    @ParameterizedTest
    @ValueSource(ints = {7200, 14400, 31536000})
    void livesExactlyAsLongAsTheAppSays(int lifetime) throws Exception {
        var app = ledger.app(ledger.organization("life" + lifetime), "integration", "live", lifetime, null, null);
        settle();

        var answer = form(app);
        var claims = SignedJWT.parse(answer.token()).getJWTClaimsSet();

        assertThat(claims.getIssueTime().toInstant()).isEqualTo(start());
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(start().plusSeconds(lifetime));
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(lifetime);
    }

    @Test
    void givesEveryTokenAnIdOfItsOwn() throws Exception {
        var app = ledger.app(ledger.organization("ids"), "integration");
        settle();

        var ids = new HashSet<Object>();
        for (int i = 0; i < 50; i++) {
            ids.add(claims(form(app).token()).get("jti"));
            ids.add(claims(json(app).token()).get("jti"));
        }

        assertThat(ids).hasSize(100);
    }

    @Test
    void takesCredentialsFromTheAuthorizationHeaderToo() throws Exception {
        var app = ledger.app(ledger.organization("basic"), "integration");
        settle();

        var answer = http.form(
                "/oauth/token",
                Map.of("grant_type", "client_credentials"),
                "Authorization",
                Http.basic(app.clientId(), app.secret()));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void letsAPublicClientDoWithoutItsSecret() throws Exception {
        var app = ledger.app(ledger.organization("public"), "sales_channel");
        settle();
        var idAlone = new HashMap<>(credentials(app));
        idAlone.remove("client_secret");

        assertThat(application(http.form("/oauth/token", idAlone).token()))
                .containsEntry("public", true)
                .containsEntry("confidential", false);
        assertThat(claims(http.form("/oauth/token", idAlone).token())).doesNotContainKey("credential_id");
        assertThat(application(form(app).token())).containsEntry("public", true).containsEntry("confidential", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "webhooks", "resources"})
    void servesEveryKindTheTableOpensTheGrantTo(String kind) throws Exception {
        var app = ledger.app(ledger.organization("kind-" + kind), kind);
        settle();

        assertThat(application(form(app).token())).containsEntry("kind", kind);
    }

    @Test
    void answersWithTheScopeAskedFor() throws Exception {
        var app = ledger.app(ledger.organization("scope"), "integration");
        settle();

        var answer = form(app, "scope", "market:id:KoaJYhMVVj stock_location:code:eu.1");

        assertThat(answer.json().get("scope").asString()).isEqualTo("market:id:KoaJYhMVVj stock_location:code:eu.1");
        assertThat(claims(answer.token())).containsEntry("scope", "market:id:KoaJYhMVVj stock_location:code:eu.1");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> application(String token) throws Exception {
        return (Map<String, Object>) claims(token).getOrDefault("application", Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "market:1 market:1, market:1",
        "market:2 market:1 market:2 store:a market:1, market:2 market:1 store:a",
        "market:all market:all market:all, market:all",
    })
    void namesEachWordOfAScopeOnceInTheOrderAskedFor(String asked, String granted) throws Exception {
        var app = ledger.app(ledger.organization("twice"), "integration");
        settle();

        var answer = form(app, "scope", asked);
        assertThat(answer.json().get("scope").asString()).isEqualTo(granted);
        assertThat(claims(answer.token())).containsEntry("scope", granted);
        var provisioning = json(app, "scope", asked);
        assertThat(provisioning.json().get("scope").asString()).isEqualTo(asked);
        assertThat(claims(provisioning.token())).containsEntry("scope", asked);
        assertThat(form(app, "scope", " ").status()).isEqualTo(400);
    }
}
