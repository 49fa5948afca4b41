package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a secret is seen: in the answer that made it, and never again. */
@ExtendWith(SharedServer.class)
class SecretVisibilityTest {
    private final RunningServer server;
    private final Ledger ledger;
    private final String organization;

    SecretVisibilityTest(RunningServer server) {
        this.server = server;
        this.ledger = new Ledger(Client.owner(server));
        this.organization = server.bootstrap().path("organization_id").asString();
    }

    @Test
    void showsTheSecretInTheAnswerThatMadeItAndForbidsStoringIt() {
        var made = ledger.app(organization, "sales_channel", "shown once");

        assertThat(made.attribute("client_secret").asString()).matches("klsec_(live|test)_[0-9A-Za-z]{49}");
        assertThat(made.header("Cache-Control")).contains("no-store");
    }

    @Test
    void neverShowsASecretOrItsHashAgain() {
        var made = ledger.app(organization, "integration", "never again");
        var secret = made.attribute("client_secret").asString();
        var caller = ledger.caller();

        for (var path : new String[] {
            "/api/api_credentials/" + made.id(),
            "/api/api_credentials?sort=-created_at",
            "/api/organizations/" + organization + "?include=api_credentials",
            "/api/versions?sort=-created_at",
            "/api/api_credentials/" + made.id() + "/versions"
        }) {
            var answer = caller.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain(secret).doesNotContain("verifier");
        }
        var read = caller.get("/api/api_credentials/" + made.id());
        assertThat(read.attribute("client_secret").isNull()).isTrue();
        assertThat(read.attribute("client_secret_hint").asString()).isEqualTo(secret.substring(secret.length() - 4));
    }

    @Test
    void keepsItsFilesToItself() throws java.io.IOException {
        for (var name : new String[] {"bootstrap.json", "pepper.json"}) {
            var mode =
                    java.nio.file.Files.getPosixFilePermissions(server.dataDir().resolve(name));
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(mode))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void repliesWithoutTheSecretWhenARequestIsRepeated() {
        var body = ledger.appDocument(organization, "orders", "repeated");
        var headers = Map.of("Idempotency-Key", "repeat-" + System.nanoTime());
        var first = ledger.caller().send("POST", "/api/api_credentials", body, headers);
        var second = ledger.caller().send("POST", "/api/api_credentials", body, headers);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attribute("client_secret").isNull()).isTrue();
        assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    }
}
