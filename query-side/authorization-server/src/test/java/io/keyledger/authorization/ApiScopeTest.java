package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.RoleAssigned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token opens only what it was asked for: the API takes those with its scope. Source: CONTRACT A1. */
class ApiScopeTest extends NodeTest {
    @Test
    void refusesTokensOfOtherScopesInBothProfiles() throws Exception {
        var app = integration("other-scopes");

        for (var token : List.of(
                form(app).token(),
                json(app).token(),
                form(app, "scope", "market:all").token(),
                json(app, "scope", "market:id:abc stock_location:1").token())) {
            var answer = whoAmI(token);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("FORBIDDEN");
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"provisioning-api\"");
        }
    }

    @Test
    void refusesATokenWithThePermissionsOfOtherApis() throws Exception {
        var app = integration("permitted");
        ledger.record(app.id(), new ApiPermissionsChanged(app.id(), List.of("orders:read", "skus:read")));
        settle();

        assertThat(whoAmI(form(app).token()).status()).isEqualTo(403);
        assertThat(whoAmI(json(app, "scope", "orders:read").token()).status()).isEqualTo(403);
        assertThat(whoAmI(apiToken(app)).status()).isEqualTo(200);
    }

    @Test
    void givesTheScopeToAnIntegrationWithARoleThatAsksForIt() throws Exception {
        var app = integration("asks");

        var form = form(app, "scope", "provisioning-api");
        var json = json(app, "scope", "provisioning-api");

        assertThat(form.json().get("scope").asString()).isEqualTo("provisioning-api");
        assertThat(claims(form.token())).containsEntry("aud", ISSUER + "/api");
        assertThat(claims(json.token()))
                .containsEntry("scope", "provisioning-api")
                .doesNotContainKey("aud");
        assertThat(whoAmI(form.token()).status()).isEqualTo(200);
        assertThat(whoAmI(json.token()).status()).isEqualTo(200);
        assertThat(claims(form(app).token()).get("aud")).isEqualTo(ISSUER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provisioning-api market:all",
                "market:all provisioning-api",
                "provisioning-api orders:read",
                "provisioning-api metrics-api",
                "metrics-api",
                "Provisioning-API",
                "provisioning-api\tmarket:all"
            })
    void isAskedForAlone(String scope) throws Exception {
        refused(integration("alone"), scope);
    }

    @Test
    void isRefusedToWhoeverCannotCallTheApi() throws Exception {
        var organization = ledger.organization("cannot");
        var roleless = ledger.app(organization, "integration");
        var shop = ledger.app(organization, "sales_channel");
        var dashboard = ledger.app(organization, "orders");
        var system = ledger.app(organization, "resources");
        var demoted = integration("demoted");
        ledger.record(demoted.id(), new RoleAssigned(demoted.id(), null));
        settle();

        for (var app : List.of(roleless, shop, dashboard, system, demoted)) {
            refused(app, "provisioning-api");
        }
    }

    private void refused(Ledger.App app, String scope) {
        var answer = form(app, "scope", scope);
        assertThat(answer.status()).as(scope).isEqualTo(400);
        assertThat(answer.json().get("error").asString()).as(scope).isEqualTo("invalid_scope");
        assertThat(json(app, "scope", scope).status()).as(scope).isEqualTo(400);
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
}
