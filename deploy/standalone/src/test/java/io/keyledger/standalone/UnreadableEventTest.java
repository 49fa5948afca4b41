package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.kernel.StartRefused;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** A node that cannot read an event, such as one of a later build, ends its start, or what it gave out, and names the event. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableEventTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void endsTheStart(CapturedOutput output) throws Exception {
        var data = directory.resolve("data");
        new RunningLedger(data).close();
        makeUnreadable(data);
        FileSystemUtils.deleteRecursively(data.resolve("views"));

        assertThatThrownBy(() -> new RunningLedger(data)).hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output.getAll().lines().filter(line -> line.contains("Keyledger does not start")))
                .singleElement()
                .asString()
                .matches(".* The event at position \\d+, Organization \\w{10} sequence 0 cannot be read:"
                        + " organization\\.registered, revision 99: this build knows no such event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurred_at = 'yesterday'",
                "metadata = '{'",
                "metadata = '[]'",
                "payload_type = 'org.axonframework.messaging.MetaData'",
                "payload_type = 'empty', payload_revision = NULL"
            })
    @Timeout(120)
    void endsTheStartAtWhateverCannotBeRead(String change, CapturedOutput output) throws Exception {
        var data = directory.resolve("data");
        new RunningLedger(data).close();
        change(data, change);
        FileSystemUtils.deleteRecursively(data.resolve("views"));

        assertThatThrownBy(() -> new RunningLedger(data)).hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output.getAll().lines().filter(line -> line.contains("Keyledger does not start")))
                .singleElement()
                .asString()
                .contains("The event at position ", " cannot be read: ");
    }

    /** One of a later build, say, may have ended any app: a deleted app must not get a token for want of knowledge. */
    @Test
    @Timeout(120)
    void endsTokensAndReadinessOfARunningNode() throws Exception {
        var data = directory.resolve("data");
        try (var ledger = new RunningLedger(data)) {
            assertThat(ledger.fetch("/actuator/health/readiness").statusCode()).isEqualTo(200);

            addUnknown(data);

            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (ledger.fetch("/actuator/health/readiness").statusCode() == 200 && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(ledger.fetch("/actuator/health/readiness").statusCode()).isEqualTo(503);
            var token = ledger.oauth("/oauth/token", "grant_type", "client_credentials");
            assertThat(token.statusCode()).isEqualTo(503);
            assertThat(token.body()).contains("temporarily_unavailable");
            assertThat(ledger.delete("/api/api_credentials/none000000").statusCode())
                    .isEqualTo(503);
        }
    }

    private static void addUnknown(Path data) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE later AS SELECT * FROM events ORDER BY position DESC LIMIT 1");
            statement.execute(
                    "UPDATE later SET position = position + 1, event_id = 'later', aggregate_id = 'later00000',"
                            + " sequence = 0, payload_type = 'app.tagged', payload = '{}'");
            assertThat(statement.executeUpdate("INSERT INTO events SELECT * FROM later"))
                    .isEqualTo(1);
        }
    }

    private static void makeUnreadable(Path data) throws SQLException {
        change(data, "payload_revision = '99'");
    }

    private static void change(Path data, String change) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "UPDATE events SET " + change + " WHERE payload_type = 'organization.registered'"))
                    .isEqualTo(1);
        }
    }
}
