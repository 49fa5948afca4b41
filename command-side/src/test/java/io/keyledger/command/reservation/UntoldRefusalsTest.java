package io.keyledger.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.bus.TestLedger;
import io.keyledger.command.eventstore.Postgres;
import io.keyledger.kernel.audit.UntoldRefusals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class UntoldRefusalsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void hasInAFileWhatANodeKeptUntilAnotherTakesItOver() {
        isTakenOverOnce();
    }

    @Test
    void hasInPostgresqlWhatANodeKeptUntilAnotherTakesItOver() throws Exception {
        isTakenOverOnce(Postgres.freshSettings());
    }

    private void isTakenOverOnce(String... settings) {
        try (var ledger = start(settings)) {
            var table = ledger.getBean(UntoldRefusals.class);
            table.keep("ended", NOON, List.of("former"));
            table.keep("ended", NOON, List.of("one", "two"));
            table.keep("alive", NOON.plusSeconds(60), List.of("three"));
            table.keep("idle", NOON, List.of());
        }
        try (var ledger = start(settings)) {
            var table = ledger.getBean(UntoldRefusals.class);
            assertThat(table.takeOver(NOON.plusSeconds(1))).containsExactlyInAnyOrder("one", "two");
            assertThat(table.takeOver(NOON.plusSeconds(1))).isEmpty();
        }
    }

    private ConfigurableApplicationContext start(String... settings) {
        return TestLedger.start(List.of(TestLedger.Parts.class, UntoldRefusalsTable.class), directory, settings);
    }
}
