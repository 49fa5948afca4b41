package io.keyledger.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.bus.Counter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How soon a reader that follows the events sees a new one. */
@Timeout(60)
class EventStoreSetupTest {
    /** Longer than the test: nothing is found by looking again after a while. */
    private static final long NEVER = 3_600_000;

    @TempDir
    Path directory;

    @Test
    void wakesWhoWaitsAtAStreamForAnEventOfThisNode() throws Exception {
        try (var store = TestStore.sqlite(directory)) {
            var events = EventStoreSetup.eventStore(store.events, NEVER);
            try (var stream = events.openStream(null)) {
                for (int i = 0; i < 20; i++) {
                    var next = Events.event("a", i);

                    var seen = whileWaiting(stream, () -> events.publish(List.of(next)));

                    assertThat(seen.getPayload()).isEqualTo(new Counter.Increased("a", i));
                }
            } finally {
                events.shutDown();
            }
        }
    }

    @Test
    void showsAnEventOfAnotherNodeAfterTheDelay() throws Exception {
        var settings = Postgres.freshDatabase();
        try (var here = TestStore.postgres(settings);
                var there = TestStore.postgres(settings)) {
            var events = EventStoreSetup.eventStore(here.events, 100);
            try (var stream = events.openStream(null)) {
                var seen = whileWaiting(stream, () -> there.events.appendEvents(Events.stream("a", 1)));

                assertThat(seen.getPayload()).isEqualTo(new Counter.Increased("a", 0));
            } finally {
                events.shutDown();
            }
        }
    }

    /** Axon's stream may miss a call between its look and its sleep; the pause gets it to sleep first. */
    private static EventMessage<?> whileWaiting(TrackingEventStream stream, Runnable append) throws Exception {
        var waits = new CountDownLatch(1);
        try (var reader = Executors.newSingleThreadExecutor()) {
            var isSeen = reader.submit(() -> {
                waits.countDown();
                return stream.hasNextAvailable(10, TimeUnit.SECONDS);
            });
            waits.await();
            Thread.sleep(50);
            var before = System.nanoTime();
            append.run();
            assertThat(isSeen.get()).isTrue();
            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(5));
        }
        return stream.nextAvailable();
    }
}
