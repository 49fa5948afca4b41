package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.app.RoleAssigned;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens the API accepts, and the caller that each stands for. */
class BearerTokenFilterTest extends NodeTest {
    @Test
    void letsAUserActWithAllHisMemberships() throws Exception {
        var first = ledger.organization("first");
        var second = ledger.organization("second");
        var user = ledger.user("jo@example.org");
        var membership = ledger.member(first, ledger.role(first, "admin"), user);
        ledger.member(second, ledger.role(second, "read_only"), user);
        var app = ledger.app(first, "user", "live", 7200, null, user);
        settle();

        var caller = whoAmI(form(app).token()).json();

        assertThat(caller.get("actorKind").asString()).isEqualTo("user");
        assertThat(caller.get("actorId").asString()).isEqualTo(user);
        assertThat(caller.get("actorName").asString()).isEqualTo("jo@example.org");
        assertThat(caller.get("clientId").asString()).isEqualTo(app.clientId());
        assertThat(caller.get("grants").propertyNames()).containsExactlyInAnyOrder(first, second);
        assertThat(caller.get("grants").get(first).get("roleKind").asString()).isEqualTo("admin");
        assertThat(caller.get("grants").get(first).get("membershipId").asString())
                .isEqualTo(membership);
        assertThat(caller.get("grants").get(second).get("roleKind").asString()).isEqualTo("read_only");
    }

    @Test
    void takesAMembershipAwayAtOnce() throws Exception {
        var organization = ledger.organization("left");
        var user = ledger.user("left@example.org");
        var membership = ledger.member(organization, ledger.role(organization, "admin"), user);
        var app = ledger.app(organization, "user", "live", 7200, null, user);
        settle();
        var token = json(app).token();
        assertThat(whoAmI(token).json().get("grants").size()).isEqualTo(1);

        ledger.record(membership, new MemberRemoved(membership, organization));
        settle();

        assertRefusedWithoutRights(whoAmI(token));
    }

    @Test
    void takesTheRightsOfAnAppAwayWithItsRole() throws Exception {
        var organization = ledger.organization("roleless");
        var app = ledger.app(organization, "integration", "live", 7200, ledger.role(organization, "admin"), null);
        settle();
        var token = apiToken(app);
        assertThat(whoAmI(token).json().get("grants").size()).isEqualTo(1);

        ledger.record(app.id(), new RoleAssigned(app.id(), null));
        settle();

        assertRefusedWithoutRights(whoAmI(token));
    }

    private static void assertRefusedWithoutRights(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    @Test
    void letsAnIntegrationActInItsRole() throws Exception {
        var organization = ledger.organization("role");
        var role = ledger.role(organization, "custom");
        ledger.record(
                role,
                new PermissionGranted(role, "perm000001", organization, "api_credentials", false, true, false, false));
        ledger.record(role, new PermissionChanged(role, "perm000001", true, true, false, false));
        var app = ledger.app(organization, "integration", "live", 7200, role, null);
        settle();

        var caller = whoAmI(apiToken(app)).json();

        assertThat(caller.get("actorKind").asString()).isEqualTo("app");
        assertThat(caller.get("actorId").asString()).isEqualTo(app.id());
        assertThat(caller.at("/grants/" + organization + "/permissions/api_credentials")
                        .toString())
                .isEqualTo("[\"CREATE\",\"READ\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales_channel", "orders", "resources"})
    void knowsNobodyBehindOtherApps(String kind) throws Exception {
        var app = ledger.app(ledger.organization("nobody-" + kind), kind);
        settle();

        refused(whoAmI(form(app).token()), 403, "FORBIDDEN");
        refused(whoAmI(json(app).token()), 403, "FORBIDDEN");
    }

    @Test
    void refusesARequestWithoutAToken() {
        var answer = http.get("/api/whoami");

        refused(answer, 401, "UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        refused(http.get("/api/whoami", "Authorization", "Basic abc"), 401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/whoami", "/api/%77hoami", "/api/whoami;a=b", "/api/../api/whoami", "//api/whoami"})
    void hasNoWayAround(String path) {
        assertThat(http.get(path).status()).isIn(400, 401, 404);
    }

    @Test
    void refusesATokenThatIsNone() {
        var answer = whoAmI("nonsense");

        refused(answer, 401, "INVALID_TOKEN");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        refused(whoAmI("a".repeat(7000)), 401, "INVALID_TOKEN");
    }

    @Test
    void refusesATokenInTheAddress() throws Exception {
        var token = apiToken(integration("query"));

        refused(http.get("/api/whoami?access_token=" + token), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({"7199, 200", "7200, 401"})
    void acceptsATokenUntilItsLastSecond(int seconds, int status) throws Exception {
        var token = apiToken(integration("last"));
        clock.set(start().plusSeconds(seconds));

        assertThat(whoAmI(token).status()).isEqualTo(status);
    }

    @Test
    void refusesTheTokensOfADeletedApp() throws Exception {
        var app = integration("gone");
        var oauth = apiToken(app);
        var provisioning = json(app, "scope", "provisioning-api").token();
        assertThat(whoAmI(oauth).status()).isEqualTo(200);
        assertThat(whoAmI(provisioning).status()).isEqualTo(200);

        ledger.delete(app);
        settle();

        refused(whoAmI(oauth), 401, "INVALID_TOKEN");
        refused(whoAmI(provisioning), 401, "INVALID_TOKEN");
    }

    @Test
    void tellsTheLimitOnEveryAnswer() throws Exception {
        var app = integration("limit");
        var token = apiToken(app);

        var first = whoAmI(token);
        clock.advance(Duration.ofNanos(1));
        var second = whoAmI(token);

        assertThat(first.header("X-Ratelimit-Limit")).isEqualTo("6000");
        assertThat(first.header("X-Ratelimit-Interval")).isEqualTo("60");
        assertThat(first.header("X-Ratelimit-Remaining")).isEqualTo("5999");
        assertThat(second.header("X-Ratelimit-Remaining")).isEqualTo("5998");
        assertThat(http.get("/api/whoami").header("X-Ratelimit-Limit")).isEqualTo("12000");
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

    private static void refused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/vnd.api+json");
        assertThat(answer.json().get("errors").get(0).get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("errors").get(0).get("status").asString()).isEqualTo(Integer.toString(status));
    }
}
