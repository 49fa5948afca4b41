package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers grant only what they hold; system apps cannot be changed by anyone. */
@ExtendWith(SharedServer.class)
class GrantingTest {
    private final Ledger ledger;
    private final String organization;

    GrantingTest(RunningServer server) {
        this.ledger = new Ledger(Client.owner(server));
        this.organization = ledger.organization("Granting");
    }

    @Test
    void refusesToHandOutARoleThatAllowsMore() {
        var robot = ledger.integration(organization, writerRole());
        var answer = robot.post(
                "/api/api_credentials",
                Json.document(
                        "api_credentials",
                        null,
                        Map.of("name", "stronger", "kind", "integration"),
                        Map.of(
                                "organization", new Ref("organizations", organization),
                                "role", new Ref("roles", ledger.role(organization, "admin")))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    }

    @Test
    void refusesToInviteSomebodyStronger() {
        var robot = ledger.integration(organization, writerRole());
        var answer = robot.post(
                "/api/memberships",
                Json.document(
                        "memberships",
                        null,
                        Map.of("user_email", "stronger@example.com"),
                        Map.of(
                                "organization", new Ref("organizations", organization),
                                "role", new Ref("roles", ledger.role(organization, "admin")))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    }

    @Test
    void refusesToWidenTheOwnRole() {
        var role = writerRole();
        var robot = ledger.integration(organization, role);
        var answer = robot.post(
                "/api/permissions",
                Json.document(
                        "permissions",
                        null,
                        Map.of(
                                "subject",
                                "orders",
                                "can_create",
                                true,
                                "can_read",
                                true,
                                "can_update",
                                true,
                                "can_destroy",
                                true),
                        Map.of("role", new Ref("roles", role))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    }

    @Test
    void keepsSystemAppsOutOfReach() {
        var listed = ledger.caller()
                .get("/api/organizations/" + organization + "/api_credentials?filter%5Bq%5D%5Bkind_eq%5D=resources");
        assertThat(listed.data().size()).isEqualTo(2);
        for (var app : listed.data()) {
            var path = "/api/api_credentials/" + app.path("id").asString();
            var body = Json.document("api_credentials", app.path("id").asString(), Map.of("name", "mine"), Map.of());
            assertSystemApp(ledger.caller().patch(path, body));
            assertSystemApp(ledger.caller().delete(path));
        }
        assertSystemApp(ledger.caller()
                .post("/api/api_credentials", ledger.appDocument(organization, "resources", "one more")));
        assertSystemApp(
                ledger.caller().post("/api/api_credentials", ledger.appDocument(organization, "user", "me too")));
    }

    private static void assertSystemApp(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("SYSTEM_APP");
    }

    private String writerRole() {
        var role = Ledger.made(ledger.caller()
                        .post(
                                "/api/roles",
                                Json.document(
                                        "roles",
                                        null,
                                        Map.of("name", "writer"),
                                        Map.of("organization", new Ref("organizations", organization)))))
                .id();
        for (var subject : new String[] {"api_credentials", "memberships", "roles"}) {
            Ledger.made(ledger.caller()
                    .post(
                            "/api/permissions",
                            Json.document(
                                    "permissions",
                                    null,
                                    Map.of(
                                            "subject", subject,
                                            "can_create", true,
                                            "can_read", true,
                                            "can_update", true,
                                            "can_destroy", true),
                                    Map.of("role", new Ref("roles", role)))));
        }
        return role;
    }
}
