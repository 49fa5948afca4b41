package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An orderly stop records the refusals counted just before. */
class OrderlyStopTest {
    private static final int TIMES = 5;
    private static final String FAILURES = "/api/audit_events?filter[q][type_eq]=client_authentication.failed"
            .replace("[", "%5B")
            .replace("]", "%5D");

    @TempDir
    Path data;

    @Test
    void recordsWhatWasRefusedJustBefore() throws IOException, InterruptedException {
        try (var ledger = new RunningLedger(data)) {
            for (int i = 0; i < TIMES; i++) {
                assertThat(ledger.token(ledger.clientId(), "wrong")).isEmpty();
            }
        }

        try (var ledger = new RunningLedger(data)) {
            long counted = 0;
            for (var entry : ledger.get(FAILURES).path("data")) {
                counted += entry.at("/attributes/details/count").asLong();
            }
            assertThat(counted).isEqualTo(TIMES);
        }
    }
}
