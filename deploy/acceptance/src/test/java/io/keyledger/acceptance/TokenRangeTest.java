package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a token opens, and what ends all tokens of an app. Source: CONTRACT A1 and A2, revoke_tokens. */
@ExtendWith(SharedServer.class)
class TokenRangeTest {
    private final RunningServer server;
    private final Client owner;
    private final Ledger ledger;
    private final String organization;

    TokenRangeTest(RunningServer server) {
        this.server = server;
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
        this.organization = ledger.organization("Token range");
    }

    @Test
    void opensTheApiOnlyWhenItWasAskedForIt() {
        var app = ledger.app(organization, "integration", "scopes");

        for (var scope : new String[] {"", "market:all"}) {
            var answer = Client.bearing(server, token(app, scope)).get("/api/app_registrations");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
            assertThat(answer.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"provisioning-api\"");
        }
        assertThat(status(token(app, "provisioning-api"))).isEqualTo(200);
    }

    @Test
    void endsWithAllOthersOfItsApp() {
        var app = ledger.app(organization, "integration", "revoked");
        var other = ledger.app(organization, "integration", "goes on");
        var token = token(app, "provisioning-api");
        var foreign = token(other, "provisioning-api");
        var address = "/api/app_registrations/" + app.id() + "/revoke_tokens";

        var answer = owner.post(address, "{\"data\":{}}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(foreign)).isEqualTo(200);
        assertThat(status(token(app, "provisioning-api"))).isEqualTo(200);
        var entries = owner.get("/api/audit_events?filter%5Bq%5D%5Bapp_id_eq%5D=" + app.id()
                + "&filter%5Bq%5D%5Btype_eq%5D=app.tokens_revoked");
        assertThat(entries.data()).hasSize(1);
        assertThat(owner.post(address, "").status()).isEqualTo(202);
    }

    @Test
    void isEndedByWhoMayChangeTheAppAlone() {
        var app = ledger.app(organization, "integration", "kept");
        var token = token(app, "provisioning-api");
        var address = "/api/app_registrations/" + app.id() + "/revoke_tokens";
        var reader = ledger.integration(organization, ledger.role(organization, "read_only"));
        var elsewhere = ledger.organization("Token range elsewhere");
        var stranger = ledger.integration(elsewhere, ledger.role(elsewhere, "admin"));
        var robot = ledger.integration(organization, ledger.role(organization, "admin"));
        var system = owner.get("/api/app_registrations?filter%5Bq%5D%5Bkind_eq%5D=resources")
                .data()
                .path(0)
                .path("id")
                .asString();

        assertThat(reader.post(address, "{}").status()).isEqualTo(403);
        assertThat(stranger.post(address, "{}").status()).isEqualTo(404);
        assertThat(Client.anonymous(server).post(address, "{}").status()).isEqualTo(401);
        assertThat(owner.post("/api/app_registrations/" + system + "/revoke_tokens", "{}")
                        .code())
                .isEqualTo("SYSTEM_APP");
        assertThat(status(token)).isEqualTo(200);
        assertThat(robot.post(address, "{}").status()).isEqualTo(202);
        assertThat(status(token)).isEqualTo(401);
    }

    private int status(String token) {
        return Client.bearing(server, token).get("/api/app_registrations").status();
    }

    private String token(Answer app, String scope) {
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                app.attribute("client_id").asString(),
                "client_secret",
                app.attribute("client_secret").asString(),
                "scope",
                scope);
        return Client.anonymous(server).token(form).json().path("access_token").asString();
    }
}
