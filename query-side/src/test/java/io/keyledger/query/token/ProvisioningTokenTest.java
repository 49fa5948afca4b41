package io.keyledger.query.token;

import static org.assertj.core.api.Assertions.assertThat;

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
                .containsOnlyKeys("iss", "rand", "iat", "exp", "jti", "scope", "application", "organization", "test")
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
}
