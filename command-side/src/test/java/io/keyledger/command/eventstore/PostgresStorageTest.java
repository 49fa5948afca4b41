package io.keyledger.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresStorageTest extends EventStorageContract {
    private static final int NODES = 4;
    private static final int STREAMS = 100;

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres(Postgres.freshDatabase());
    }

    @Test
    void letsAFollowerMissNothingOfManyNodesThatWriteAtOnce() throws Exception {
        var settings = Postgres.freshDatabase();
        try (var reader = TestStore.postgres(settings);
                var threads = Executors.newFixedThreadPool(NODES)) {
            var writers = new ArrayList<Future<?>>();
            for (int node = 0; node < NODES; node++) {
                var name = "node" + node;
                writers.add(threads.submit(() -> write(settings, name)));
            }
            var seen = new ArrayList<Object>();
            @Nullable TrackingToken token = null;
            boolean last;
            do {
                last = writers.stream().allMatch(Future::isDone);
                for (var event : reader.events.readEvents(token, false).toList()) {
                    seen.add(event.getPayload());
                    token = event.trackingToken();
                }
            } while (!last);
            for (var writer : writers) {
                writer.get();
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(NODES * STREAMS * 2);
        }
    }

    @Test
    void isSetUpByNodesThatStartAtTheSameTime() throws Exception {
        var settings = Postgres.freshDatabase();
        var start = new CyclicBarrier(NODES);
        Callable<Void> node = () -> {
            start.await();
            TestStore.postgres(settings).close();
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(NODES)) {
            for (var started : threads.invokeAll(Collections.nCopies(NODES, node))) {
                started.get();
            }
        }
    }

    /** Every third unit of work is rolled back, which uses up a position. */
    private static @Nullable Void write(EventSettings settings, String name) throws Exception {
        try (var node = TestStore.postgres(settings)) {
            for (int i = 0; i < STREAMS; i++) {
                node.events.appendEvents(Events.stream(name + "-" + i, 2));
                if (i % 3 == 0) {
                    var duplicate = List.of(Events.event(name + "-" + i, 1));
                    assertThatThrownBy(() -> node.events.appendEvents(duplicate))
                            .isInstanceOf(ConcurrencyException.class);
                }
            }
        }
        return null;
    }
}
