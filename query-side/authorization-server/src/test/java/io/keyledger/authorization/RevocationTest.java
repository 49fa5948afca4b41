package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ending tokens before their time, and asking about them. */
class RevocationTest extends NodeTest {
    @Test
    void endsATokenForTheApiAndForIntrospection() throws Exception {
        var app = integration("end");
        var token = apiToken(app);
        assertThat(whoAmI(token).status()).isEqualTo(200);
        assertThat(active(app, token)).isTrue();

        var answer = http.form("/oauth/revoke", credentials(app, "token", token));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(active(app, token)).isFalse();
        assertThat(whoAmI(token).status()).isEqualTo(401);
        assertThat(whoAmI(token).text()).contains("INVALID_TOKEN");
        assertThat(whoAmI(apiToken(app)).status()).isEqualTo(200);
    }

    @Test
    void answersAJsonRequestWithAnEmptyObject() throws Exception {
        var app = integration("empty");
        var token = json(app, "scope", "provisioning-api").token();
        assertThat(whoAmI(token).status()).isEqualTo(200);

        var answer = http.json("/oauth/revoke", credentials(app, "token", token));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(whoAmI(token).status()).isEqualTo(401);
    }

    @Test
    void changesNothingForSomebodyElsesToken() throws Exception {
        var owner = integration("owner");
        var stranger = integration("stranger");
        var token = apiToken(owner);

        var form = http.form("/oauth/revoke", credentials(stranger, "token", token));
        var json = http.json("/oauth/revoke", credentials(stranger, "token", token));

        assertThat(form.status()).isEqualTo(200);
        assertThat(json.status()).isEqualTo(403);
        assertThat(json.json().get("errors").get(0).get("code").asString()).isEqualTo("FORBIDDEN");
        assertThat(json.json().get("errors").get(0).get("title").asString()).isEqualTo("unauthorized_client");
        assertThat(whoAmI(token).status()).isEqualTo(200);
    }

    @Test
    void wantsTheSecretOfAPublicClientToo() throws Exception {
        var app = ledger.app(ledger.organization("shop"), "sales_channel");
        settle();
        var token = json(app).token();
        var idAlone = new HashMap<>(credentials(app, "token", token));
        idAlone.remove("client_secret");

        assertThat(http.json("/oauth/revoke", idAlone).status()).isEqualTo(403);
        assertThat(active(app, token)).isTrue();
    }

    @Test
    void refusesARevocationWithAWrongSecret() throws Exception {
        var app = integration("wrong");
        var token = apiToken(app);

        var answer =
                http.form("/oauth/revoke", credentials(app, "token", token, "client_secret", ledger.strangersSecret()));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(whoAmI(token).status()).isEqualTo(200);
    }

    @Test
    void isContentWithATokenThatIsNone() throws Exception {
        var app = integration("none");

        assertThat(http.form("/oauth/revoke", credentials(app, "token", "nonsense"))
                        .status())
                .isEqualTo(200);
        assertThat(http.form("/oauth/revoke", credentials(app)).status()).isEqualTo(400);
    }

    @Test
    void tellsOfALiveTokenWhatItSays() throws Exception {
        var app = integration("says");
        var token = apiToken(app);

        var said = introspect(app, token);

        assertThat(said.get("active").asBoolean()).isTrue();
        assertThat(said.get("client_id").asString()).isEqualTo(app.clientId());
        assertThat(said.get("scope").asString()).isEqualTo("provisioning-api");
        assertThat(said.get("iss").asString()).isEqualTo(ISSUER);
        assertThat(said.get("iat").asLong()).isEqualTo(start().getEpochSecond());
        assertThat(said.get("exp").asLong()).isEqualTo(start().plusSeconds(7200).getEpochSecond());
    }

    @Test
    void tellsNothingOfATokenOfAnotherOrganization() throws Exception {
        var token = form(integration("theirs")).token();

        assertThat(introspect(integration("ours"), token).toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    void tellsThatADeadTokenIsNotActive() throws Exception {
        var app = integration("dead");
        var token = apiToken(app);
        clock.advance(Duration.ofHours(2));

        assertThat(introspect(app, token).toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    void introspectsForNobodyWhoDidNotProveWhoHeIs() throws Exception {
        var shop = ledger.app(ledger.organization("shop2"), "sales_channel");
        settle();
        var token = form(shop).token();
        var idAlone = Map.of("client_id", shop.clientId(), "token", token);

        assertThat(http.form("/oauth/introspect", Map.of("token", token)).status())
                .isEqualTo(401);
        assertThat(http.form("/oauth/introspect", idAlone).status()).isEqualTo(401);
        assertThat(active(shop, token)).isTrue();
    }

    private Ledger.App integration(String slug) throws InterruptedException {
        var organization = ledger.organization(slug);
        var app = ledger.app(organization, "integration", "live", 7200, ledger.role(organization, "admin"), null);
        settle();
        return app;
    }

    private Http.Answer whoAmI(String token) {
        return http.get("/api/whoami", "Authorization", "Bearer " + token);
    }

    private boolean active(Ledger.App app, String token) {
        return introspect(app, token).get("active").asBoolean();
    }

    private JsonNode introspect(Ledger.App app, String token) {
        var answer = http.form("/oauth/introspect", credentials(app, "token", token));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
