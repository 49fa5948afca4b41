package io.keyledger.view.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.AppDisabled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which events of an aggregate there were at an instant. */
class HistoriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Histories histories = new Histories(events);
    private long sequence;

    @AfterEach
    void close() {
        events.shutDown();
    }

    @Test
    void endsWithTheInstant() {
        record(NOW.minusSeconds(60));
        record(NOW.minusSeconds(2));

        assertThat(countAt(NOW)).isEqualTo(2);
        assertThat(countAt(NOW.minusSeconds(2))).isEqualTo(2);
        assertThat(countAt(NOW.minusSeconds(3))).isEqualTo(1);
        assertThat(countAt(NOW.minusSeconds(61))).isZero();
    }

    @Test
    void showsThePresentWhenTheClockWasSetBack() {
        record(NOW.minusSeconds(60));
        record(NOW.minusSeconds(2));
        record(NOW.plus(Duration.ofHours(2)));

        assertThat(countAt(NOW)).isEqualTo(3);
        assertThat(countAt(NOW.minusSeconds(1))).isEqualTo(3);
        assertThat(countAt(NOW.minusSeconds(3))).isEqualTo(1);
        assertThat(countAt(NOW.minusSeconds(6))).isEqualTo(1);
    }

    private int countAt(Instant until) {
        return histories.of("app0000000", until, NOW).size();
    }

    private void record(Instant at) {
        events.publish(List.of(new GenericDomainEventMessage<>(
                "App",
                "app0000000",
                sequence++,
                new GenericMessage<>(new AppDisabled("app0000000"), Map.of()),
                () -> at)));
    }
}
