package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * An event that can be read and that a view cannot show, because somebody changed the database: the node goes on, says
 * so, and comes up again without its views.
 */
class SetAsideEventsTest {
    private static final String NAME = "Nobody else may read this";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {"metadata = json_set(metadata, '$.ip', 7)", "metadata = json_set(metadata, '$.ip', json('{}'))"})
    @Timeout(240)
    void isToldAndStopsNothing(String change) throws Exception {
        var data = directory.resolve("data");
        var operator = "http://127.0.0.1:" + RunningLedger.freePort();
        try (var ledger = open(data, operator)) {
            rename(ledger);
            addToTheLast(data, change);
            check(ledger, operator, "Second");
        }
        FileSystemUtils.deleteRecursively(data.resolve("views"));
        try (var ledger = open(data, operator)) {
            check(ledger, operator, "Third");
        }
    }

    private static RunningLedger open(Path data, String operator) throws IOException, InterruptedException {
        return new RunningLedger(
                data,
                "--management.server.port=" + URI.create(operator).getPort(),
                "--keyledger.rate-limits.enabled=false");
    }

    private static void rename(RunningLedger ledger) throws IOException, InterruptedException {
        var id = create(ledger, "First");
        var renamed = ledger.patch("/api/api_credentials/" + id, RunningLedger.json("""
                {"data":{"type":"api_credentials","id":"%s","attributes":{"name":"%s"}}}
                """.formatted(id, NAME)));
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
    }

    /** A credential; the answer shows it, so that the views have not stopped. */
    private static String create(RunningLedger ledger, String name) throws IOException, InterruptedException {
        var answer =
                ledger.post("/api/api_credentials", RunningLedger.json("""
                {"data":{"type":"api_credentials",
                  "attributes":{"name":"%s","kind":"sales_channel","mode":"live"},
                  "relationships":{"organization":{"data":{"type":"organizations","id":"%s"}}}}}
                """.formatted(name, ledger.organization())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Keyledger-Lag")).isEmpty();
        return RunningLedger.json(answer.body()).at("/data/id").asString();
    }

    private static void addToTheLast(Path data, String change) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE added AS SELECT * FROM events WHERE payload_type = 'app.renamed'");
            statement.execute("UPDATE added SET position = (SELECT MAX(position) FROM events) + 1, event_id = 'added',"
                    + " sequence = sequence + 1, " + change);
            assertThat(statement.executeUpdate("INSERT INTO events SELECT * FROM added"))
                    .isEqualTo(1);
        }
    }

    private static void check(RunningLedger ledger, String operator, String name)
            throws IOException, InterruptedException {
        awaitTold(ledger, operator);
        create(ledger, name);
        assertThat(ledger.fetch("/readyz").statusCode()).isEqualTo(200);
        assertThat(ledger.oauth("/oauth/token", "grant_type", "client_credentials")
                        .statusCode())
                .isEqualTo(200);

        var health = read(ledger, operator + "/actuator/health");
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/setAside/details/audit").asLong()).isEqualTo(1);

        var told = ledger.fetch(URI.create(operator + "/actuator/views/audit")).body();
        assertThat(told).contains("app.renamed").doesNotContain(NAME);
        assertThat(RunningLedger.json(told).path("setAsideEvents")).hasSize(1);
        assertThat(ledger.fetch(URI.create(operator + "/actuator/views/none")).statusCode())
                .isEqualTo(404);

        var verified = ledger.get("/api/audit_events/verification").at("/data/0/attributes");
        assertThat(verified.path("valid").asBoolean()).as(verified.toString()).isTrue();
        assertThat(verified.path("entries_not_shown").asLong())
                .as(verified.toString())
                .isEqualTo(1);
    }

    private static void awaitTold(RunningLedger ledger, String operator) throws IOException, InterruptedException {
        var metrics = URI.create(operator + "/actuator/prometheus");
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!ledger.fetch(metrics).body().contains("keyledger_view_set_aside_events{view=\"audit\"} 1.0")) {
            assertThat(System.nanoTime())
                    .as(() -> read(ledger, operator + "/actuator/views").toString())
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static JsonNode read(RunningLedger ledger, String uri) {
        try {
            return RunningLedger.json(ledger.fetch(URI.create(uri)).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
