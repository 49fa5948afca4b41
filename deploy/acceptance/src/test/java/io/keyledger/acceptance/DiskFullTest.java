package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The disk of the data directory is full for a while. */
@EnabledIf(value = "io.keyledger.acceptance.SmallDisk#isAllowed", disabledReason = SmallDisk.REFUSED)
class DiskFullTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(30);

    /** By then the views were due to be saved. */
    private static final Duration SAVED = Duration.ofSeconds(6);

    @Test
    void answersReadsMeanwhileAndTakesWritesAgainAfterwards() throws IOException {
        try (var disk = SmallDisk.of("64m");
                var server = RunningServer.startWithOperator(
                        Files.createDirectory(disk.root().resolve("server")))) {
            var ledger = new Ledger(Client.owner(server));
            var organization = server.bootstrap().path("organization_id").asString();
            var made = new ArrayList<Answer>();
            for (int i = 0; i < 5; i++) {
                made.add(ledger.app(organization, "sales_channel", "before"));
            }

            disk.fill();
            var refused = writeUntilRefused(ledger, organization, made);
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("UNAVAILABLE");
            await(server, 503, SOON);
            assertGoesOn(server, ledger, made);
            RunningServer.pause(SAVED);
            assertGoesOn(server, ledger, made);

            disk.free();
            await(server, 200, LONG);
            var again = ledger.app(organization, "sales_channel", "after");
            assertThat(again.header("Keyledger-Lag")).isEmpty();
            made.add(again);
            server.kill();
            server.boot();
            assertAllThere(new Ledger(Client.owner(server)), made);
        }
    }

    private static Answer writeUntilRefused(Ledger ledger, String organization, List<Answer> made) {
        while (true) {
            var answer = ledger.caller()
                    .post("/api/api_credentials", ledger.appDocument(organization, "sales_channel", "meanwhile"));
            if (answer.status() != 201) {
                return answer;
            }
            made.add(answer);
        }
    }

    private static void assertGoesOn(RunningServer server, Ledger ledger, List<Answer> made) {
        var operator = new Operator(server);
        assertThat(operator.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(Client.owner(server).get("/api/organizations").status()).isEqualTo(200);
        made.forEach(app -> assertThat(
                        ledger.caller().get("/api/api_credentials/" + app.id()).status())
                .isEqualTo(200));
    }

    private static void assertAllThere(Ledger ledger, List<Answer> made) {
        made.forEach(app -> assertThat(
                        ledger.caller().get("/api/api_credentials/" + app.id()).attribute("client_id"))
                .isEqualTo(app.attribute("client_id")));
        var check = ledger.caller().get("/api/audit_events/verification");
        assertThat(check.text()).contains("\"valid\":true").doesNotContain("\"valid\":false");
    }

    private static void await(RunningServer server, int status, Duration longest) {
        var deadline = System.nanoTime() + longest.toNanos();
        while (new Operator(server).get("/actuator/health/readiness").status() != status) {
            assertThat(System.nanoTime()).as("ready: " + status).isLessThan(deadline);
            RunningServer.pause(Duration.ofMillis(100));
        }
    }
}
