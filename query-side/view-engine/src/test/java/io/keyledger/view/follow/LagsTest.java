package io.keyledger.view.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A follower at a position of our choice behind real events. */
class LagsTest {
    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Place place = new Place();

    @AfterEach
    void stop() {
        events.shutDown();
    }

    @Test
    void countsTheEventsAViewDoesNotShow() throws InterruptedException {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var lags = new Lags(events, () -> Stream.of(place), timer);
            happen(3);
            lags.look();
            Thread.sleep(20);
            lags.look();

            assertThat(lags.of("slow").events()).isEqualTo(3);
            assertThat(lags.of("slow").age()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(10));

            place.position = 2;
            lags.look();
            assertThat(lags.of("slow")).isEqualTo(new Lags.Lag(0, Duration.ZERO, Duration.ZERO));
        }
    }

    @Test
    void knowsEveryLagAsSoonAsItHasStarted() {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var lags = new Lags(events, () -> Stream.of(place), timer);
            happen(3);
            lags.start();

            assertThat(lags.all()).containsOnlyKeys("slow");
            assertThat(lags.of("slow").events()).isEqualTo(3);
            lags.stop();
        }
    }

    @Test
    void tellsAViewThatHangsForAMinuteFromOneThatMovesOrWaits() {
        var now = new AtomicLong();
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            var lags = new Lags(events, () -> Stream.of(place), timer, now::get);
            happen(3);
            lags.look();
            now.addAndGet(Duration.ofSeconds(59).toNanos());
            lags.look();
            assertThat(lags.of("slow").hangs()).isFalse();

            now.addAndGet(Duration.ofSeconds(1).toNanos());
            lags.look();
            assertThat(lags.of("slow").hangs()).isTrue();

            place.position = 0;
            lags.look();
            assertThat(lags.of("slow").hangs()).as("it moves").isFalse();

            place.position = 2;
            now.addAndGet(Duration.ofHours(1).toNanos());
            lags.look();
            happen(1);
            lags.look();
            assertThat(lags.of("slow").hangs())
                    .as("it had nothing to do for an hour")
                    .isFalse();
        }
    }

    private void happen(int times) {
        for (int i = 0; i < times; i++) {
            events.publish(GenericEventMessage.asEventMessage("happened"));
        }
    }

    private static final class Place implements Follower {
        private long position = -1;

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public boolean hasReached(TrackingToken head) {
            return false;
        }

        @Override
        public Map<String, Long> positions() {
            return Map.of(name(), position);
        }
    }
}
