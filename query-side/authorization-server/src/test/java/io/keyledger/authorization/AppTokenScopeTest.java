package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.CustomerScopeChanged;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What permissions, customer scope and disabling an app change in its tokens. */
class AppTokenScopeTest extends NodeTest {
    @Test
    void givesAllRegisteredPermissionsWhenNoneAreAskedFor() throws Exception {
        var app = permitted("all", "orders:read", "skus:read");

        assertThat(form(app).json().get("scope").asString()).isEqualTo("orders:read skus:read");
        assertThat(claims(form(app).token())).containsEntry("scope", "orders:read skus:read");
        assertThat(json(app).json().get("scope").asString()).isEqualTo("orders:read skus:read");
    }

    @Test
    void givesThoseThatAreAskedFor() throws Exception {
        var app = permitted("some", "orders:read", "skus:read");

        assertThat(claims(form(app, "scope", "skus:read").token())).containsEntry("scope", "skus:read");
    }

    @Test
    void refusesWhatIsNotRegisteredAndNeverCutsItDown() throws Exception {
        var app = permitted("beyond", "orders:read");

        for (var scope : List.of(
                "orders:write",
                "orders:read orders:write",
                "market:all",
                "orders:read market:all",
                "orders:read ",
                " orders:read",
                " ",
                "provisioning-api")) {
            var answer = form(app, "scope", scope);
            assertThat(answer.status()).as(scope).isEqualTo(400);
            assertThat(answer.json().get("error").asString()).as(scope).isEqualTo("invalid_scope");
        }
    }

    @Test
    void takesAPermissionBack() throws Exception {
        var app = permitted("back", "orders:read", "skus:read");
        ledger.record(app.id(), new ApiPermissionsChanged(app.id(), List.of("orders:read")));
        settle();

        assertThat(form(app, "scope", "skus:read").status()).isEqualTo(400);
        assertThat(form(app, "scope", "orders:read").status()).isEqualTo(200);
    }

    @Test
    void keepsTheScopesOfAnAppWithoutPermissions() throws Exception {
        var app = ledger.app(ledger.organization("compact"), "integration");
        settle();

        assertThat(form(app).json().get("scope").asString()).isEqualTo("market:all");
        assertThat(form(app, "scope", "market:id:abc").status()).isEqualTo(200);
        assertThat(form(app, "scope", "orders:read").status()).isEqualTo(400);
        assertThat(claims(form(app).token())).containsEntry("customer_scope", Map.of("type", "all_customers"));
    }

    @Test
    void namesTheCustomersWhenThereAreAtMostFifty() throws Exception {
        var app = ledger.app(ledger.organization("fifty"), "integration");
        ledger.record(app.id(), new CustomerScopeChanged(app.id(), "specific_customers", ids(50), List.of()));
        settle();

        assertThat(claims(form(app).token()))
                .containsEntry("customer_scope", Map.of("type", "specific_customers", "ids", ids(50)));

        ledger.record(app.id(), new CustomerScopeChanged(app.id(), "customer_groups", List.of(), ids(51)));
        settle();

        assertThat(claims(form(app).token())).containsEntry("customer_scope", Map.of("type", "customer_groups"));
    }

    @Test
    void endsTheTokensOfAnAppThatIsSwitchedOffForGood() throws Exception {
        var organization = ledger.organization("off");
        var app = ledger.app(organization, "integration", "live", 7200, ledger.role(organization, "admin"), null);
        var asking = ledger.app(organization, "integration");
        settle();
        var token = apiToken(app);
        assertThat(whoAmI(token)).isEqualTo(200);

        ledger.record(app.id(), new AppDisabled(app.id()));
        settle();

        var refused = form(app);
        var wrong = form(app, "client_secret", ledger.strangersSecret());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo(wrong.text());
        assertThat(whoAmI(token)).isEqualTo(401);
        assertThat(isActive(asking, token)).isFalse();

        ledger.record(app.id(), new AppEnabled(app.id()));
        settle();

        assertThat(whoAmI(apiToken(app))).isEqualTo(200);
        assertThat(whoAmI(token)).isEqualTo(401);
        assertThat(isActive(asking, token)).isFalse();
    }

    private int whoAmI(String token) {
        return http.get("/api/whoami", "Authorization", "Bearer " + token).status();
    }

    private boolean isActive(Ledger.App asking, String token) {
        return http.form("/oauth/introspect", credentials(asking, "token", token))
                .json()
                .get("active")
                .asBoolean();
    }

    private Ledger.App permitted(String slug, String... permissions) throws InterruptedException {
        var app = ledger.app(ledger.organization("permitted-" + slug), "integration");
        ledger.record(app.id(), new ApiPermissionsChanged(app.id(), List.of(permissions)));
        settle();
        return app;
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c%09d".formatted(i)).toList();
    }
}
