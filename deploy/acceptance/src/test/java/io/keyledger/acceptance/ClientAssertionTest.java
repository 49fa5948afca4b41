package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An app authenticates by an uploaded certificate; an assertion counts once, across restarts and crashes of the server.
 */
class ClientAssertionTest {
    @Test
    void takesAnAssertionOnceAcrossAKillAndTheLossOfAllViews() throws Exception {
        try (var server = RunningServer.start("--keyledger.rate-limits.enabled=false")) {
            var issuer = server.bootstrap().path("issuer").asString();
            var ledger = new Ledger(Client.owner(server));
            var app = ledger.app(ledger.organization("Asserting"), "integration", "signer");
            var clientId = app.attribute("client_id").asString();
            var key = AppKey.create();
            var certificate = Ledger.made(upload(ledger, app.id(), key));
            var before = key.assertion(clientId, issuer, certificate.id(), now());
            assertThat(present(server, before)).isEqualTo(200);
            assertThat(present(server, before)).isEqualTo(401);

            server.kill();
            Directories.delete(server.dataDir().resolve("views"));
            server.boot();

            assertThat(present(server, before)).isEqualTo(401);
            assertThat(present(server, key.assertion(clientId, issuer, certificate.id(), now())))
                    .isEqualTo(200);
            assertThat(remove(ledger, app.id(), certificate.id()).status()).isEqualTo(204);
            assertThat(present(server, key.assertion(clientId, issuer, certificate.id(), now())))
                    .isEqualTo(401);
        }
    }

    private static Answer upload(Ledger ledger, String appId, AppKey key) throws Exception {
        return ledger.caller()
                .send(
                        "POST",
                        "/api/app_registrations/" + appId + "/certificates",
                        key.pem(),
                        Map.of("Content-Type", "application/x-pem-file"));
    }

    private static Answer remove(Ledger ledger, String appId, String certificateId) {
        return ledger.caller().delete("/api/app_registrations/" + appId + "/certificates/" + certificateId);
    }

    private static int present(RunningServer server, String assertion) {
        return Client.anonymous(server)
                .token(Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion", assertion))
                .status();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
