package io.keyledger.command.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.command.eventstore.Postgres;
import io.keyledger.kernel.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @TempDir
    Path temporary;

    @Test
    void saysInOneLineThatTheDirectoryIsInUse(CapturedOutput output) {
        var directory = temporary.resolve("data");
        try (var first = TestLedger.start(directory)) {
            assertThat(first.isActive()).isTrue();
            var before = output.getAll().length();

            assertThatThrownBy(() -> TestLedger.start(directory)).hasRootCauseInstanceOf(StartRefused.class);

            assertThat(output.getAll().substring(before).lines())
                    .singleElement()
                    .asString()
                    .contains("Keyledger does not start", directory.toString());
        }
    }

    @Test
    void saysInOneLineThatTheDirectoryCannotBeMade(CapturedOutput output) throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertRefused(file.resolve("data"), output, "cannot be made");
    }

    @Test
    void saysInOneLineThatTheDirectoryCannotBeWrittenTo(CapturedOutput output) throws IOException {
        Files.createDirectory(temporary.resolve("lock"));

        assertRefused(temporary, output, "cannot be written to");
    }

    private static void assertRefused(Path directory, CapturedOutput output, String reason) {
        assertThatThrownBy(() -> TestLedger.start(directory)).hasStackTraceContaining(StartRefused.class.getName());

        assertThat(output.getAll().lines())
                .singleElement()
                .asString()
                .contains("Keyledger does not start", directory.toString(), reason);
    }

    @Test
    void leavesTheDirectoryToTheNextOneWhenItEnds() {
        TestLedger.start(temporary).close();

        try (var next = TestLedger.start(temporary)) {
            assertThat(next.isActive()).isTrue();
        }
    }

    @Test
    void saysWhatIsMissingForPostgres(CapturedOutput output) {
        assertThatThrownBy(() -> TestLedger.start(temporary, "keyledger.events.store=postgresql"))
                .hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output).contains("keyledger.events.url");
    }

    @Test
    void saysInOneLineThatAFormerBuildStoredTheEvents(CapturedOutput output) {
        assertRefusesAFormerLedger(output);
    }

    @Test
    void saysInOneLineThatAFormerBuildStoredTheEventsOfPostgres(CapturedOutput output) throws SQLException {
        assertRefusesAFormerLedger(output, Postgres.freshSettings());
    }

    private void assertRefusesAFormerLedger(CapturedOutput output, String... settings) {
        try (var ledger = TestLedger.start(temporary, settings)) {
            ledger.getBean(Commands.class).send(new Counter.Open("a"), Actors.system());
        }
        try (var again = TestLedger.start(temporary, settings)) {
            again.getBean(LedgerTransactions.class)
                    .run(() -> again.getBean(JdbcClient.class)
                            .sql("UPDATE events SET payload_type = 'io.keyledger.kernel.app.AppRegistered'")
                            .update());
        }
        var before = output.getAll().length();

        assertThatThrownBy(() -> TestLedger.start(temporary, settings)).hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output.getAll().substring(before).lines())
                .singleElement()
                .asString()
                .contains("Keyledger does not start: its events", "io.keyledger.kernel.app.AppRegistered");
    }

    @Test
    void letsNobodyElseReadWhatItKeeps() throws IOException {
        var directory = temporary.resolve("data");
        try (var ledger = TestLedger.start(directory)) {
            ledger.getBean(Commands.class).send(new Counter.Open("a"), Actors.system());

            assertThat(Files.getPosixFilePermissions(directory))
                    .containsExactlyInAnyOrder(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE);
            try (var files = Files.list(directory)) {
                assertThat(files.toList())
                        .hasSizeGreaterThan(2)
                        .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                                .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
            }
        }
    }
}
