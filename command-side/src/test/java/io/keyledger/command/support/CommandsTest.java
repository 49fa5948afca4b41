package io.keyledger.command.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path directory;

    @Test
    void recordsWhatAnAggregateDecides() {
        try (var ledger = TestLedger.start(directory)) {
            var commands = ledger.getBean(Commands.class);
            commands.send(new Counter.Open("a"), Actors.system());
            commands.send(new Counter.Increase("a"), Actors.system());

            var events =
                    ledger.getBean(EventStore.class).readEvents("a").asStream().toList();

            assertThat(events).hasSize(2);
            assertThat(events.getLast().getPayload()).isEqualTo(new Counter.Increased("a", 1));
        }
    }
}
