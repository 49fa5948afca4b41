package io.keyledger.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.bus.Counter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WakingEventStoreTest {
    /** Longer than the test: nothing is found by looking again after a while. */
    private static final long NEVER = 3_600_000;

    @TempDir
    Path directory;

    @Test
    void wakesAStreamAtOnceForAnEventOfThisNode() throws Exception {
        try (var store = TestStore.sqlite(directory)) {
            var events = WakingEventStore.over(store.events, NEVER);
            var woken = new Semaphore(0);
            try (var stream = events.openStream(null)) {
                stream.setOnAvailableCallback(woken::release);
                settle(woken);
                for (int i = 0; i < 20; i++) {
                    events.publish(List.of(Events.event("a", i)));
                    awaitEvent(stream, woken);
                    assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Counter.Increased("a", i));
                }
            } finally {
                events.shutDown();
            }
        }
    }

    @Test
    void wakesAStreamSoonForAnEventOfAnotherNode() throws Exception {
        var settings = Postgres.freshDatabase();
        try (var here = TestStore.postgres(settings);
                var there = TestStore.postgres(settings)) {
            var events = WakingEventStore.over(here.events);
            var woken = new Semaphore(0);
            try (var stream = events.openStream(null)) {
                stream.setOnAvailableCallback(woken::release);
                settle(woken);

                there.events.appendEvents(Events.stream("a", 1));

                awaitEvent(stream, woken);
                assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Counter.Increased("a", 0));
            } finally {
                events.shutDown();
            }
        }
    }

    @Test
    void leavesAStreamAloneThatIsClosed() throws Exception {
        try (var store = TestStore.sqlite(directory)) {
            var events = WakingEventStore.over(store.events);
            var open = new Semaphore(0);
            var closed = new Semaphore(0);
            try (var stream = events.openStream(null)) {
                stream.setOnAvailableCallback(open::release);
                var gone = events.openStream(null);
                gone.setOnAvailableCallback(closed::release);
                gone.close();
                settle(open);
                closed.drainPermits();

                events.publish(List.of(Events.event("a", 0)));

                assertThat(open.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
                assertThat(closed.availablePermits()).isZero();
            } finally {
                events.shutDown();
            }
        }
    }

    private static void awaitEvent(TrackingEventStream stream, Semaphore woken) throws InterruptedException {
        while (!stream.hasNextAvailable()) {
            assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The first rings tell of the registration alone. */
    private static void settle(Semaphore woken) throws InterruptedException {
        while (woken.tryAcquire(300, TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }
}
