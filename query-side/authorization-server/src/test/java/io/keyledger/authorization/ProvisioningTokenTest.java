package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The dialect of CONTRACT part B, section 2. */
class ProvisioningTokenTest extends NodeTest {
    @Test
    void answersWithExactlyTheMembersOfTheContract() throws Exception {
        var app = ledger.app(ledger.organization("members"), "integration");
        settle();

        var answer = json(app);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope", "created_at");
        assertThat(answer.json().get("token_type").asString()).isEqualTo("bearer");
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(7200);
        assertThat(answer.json().get("scope").asString()).isEqualTo("market:all");
        assertThat(answer.json().get("created_at").asLong()).isEqualTo(start().getEpochSecond());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer.token()))
                .containsOnlyKeys("alg", "typ", "kid")
                .containsEntry("alg", "RS512")
                .containsEntry("typ", "JWT");
    }

    @Test
    void saysWhoTheAppIsAndWhoseItIs() throws Exception {
        var organization = ledger.organization("whose");
        var app = ledger.app(organization, "integration", "test", 7200, null, null);
        settle();

        var claims = claims(json(app).token());

        assertThat(claims)
                .containsOnlyKeys(
                        "iss",
                        "rand",
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
                .containsEntry("test", true)
                .containsEntry(
                        "application",
                        Map.of(
                                "id",
                                app.id(),
                                "kind",
                                "integration",
                                "client_id",
                                app.clientId(),
                                "public",
                                false,
                                "confidential",
                                true))
                .containsEntry(
                        "organization",
                        Map.of("id", organization, "slug", "whose", "enterprise", true, "region", "eu-west-1"));
    }

    @Test
    void signsSoThatTheDocumentedClientsCanVerify() throws Exception {
        var app = ledger.app(ledger.organization("rs512"), "integration");
        settle();

        var token = SignedJWT.parse(json(app).token());
        var keys = JWKSet.parse(http.get("/.well-known/jwks.json").text());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(key.getAlgorithm().getName()).isEqualTo("RS512");
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void saysOfAUserAppWhoseItIs() throws Exception {
        var user = ledger.user("p@example.org");
        var app = ledger.app(ledger.organization("whose-user"), "user", "live", 7200, null, user);
        settle();

        var answer = json(app);

        assertThat(answer.json().get("scope").asString()).isEqualTo("provisioning-api");
        assertThat(claims(answer.token()))
                .containsOnlyKeys(
                        "iss",
                        "rand",
                        "iat",
                        "exp",
                        "jti",
                        "scope",
                        "application",
                        "credential_id",
                        "token_generation",
                        "membership_generation",
                        "user",
                        "test")
                .containsEntry("user", Map.of("id", user))
                .containsEntry("scope", "provisioning-api");
    }

    @Test
    void ignoresMembersItDoesNotKnowAndTreatsEmptyOnesAsLeftOut() throws Exception {
        var app = ledger.app(ledger.organization("unknown"), "sales_channel");
        settle();

        var answer =
                http.post("/oauth/token", "application/vnd.api+json; charset=utf-8", """
                    {"grant_type":"client_credentials","client_id":"%s","client_secret":null,"scope":"",
                     "debug":true,"slug":"x","nested":{"a":[1,{"b":2}]}}\
                    """.formatted(app.clientId()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("scope").asString()).isEqualTo("market:all");
    }

    @Test
    void echoesTheScopeCharacterForCharacter() throws Exception {
        var app = ledger.app(ledger.organization("echo"), "sales_channel");
        settle();

        assertThat(json(app, "scope", "market:code:b market:code:a market:code:b")
                        .json()
                        .get("scope")
                        .asString())
                .isEqualTo("market:code:b market:code:a market:code:b");
    }

    @Test
    void drawsANumberForEveryToken() throws Exception {
        var app = ledger.app(ledger.organization("rand"), "integration");
        settle();

        assertThat(claims(json(app).token()).get("rand"))
                .isInstanceOfSatisfying(
                        Double.class, number -> assertThat(number).isBetween(0.0, 1.0));
    }
}
