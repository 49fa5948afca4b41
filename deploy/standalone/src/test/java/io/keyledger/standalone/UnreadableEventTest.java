package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.kernel.StartRefused;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** A node that cannot read an event, such as one of a later build, ends its start and names the event. */
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

    private static void makeUnreadable(Path data) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE events SET payload_revision = '99'"
                            + " WHERE payload_type = 'organization.registered'"))
                    .isEqualTo(1);
        }
    }
}
