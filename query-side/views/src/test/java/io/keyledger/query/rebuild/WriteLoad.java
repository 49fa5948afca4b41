package io.keyledger.query.rebuild;

import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.view.follow.TestViews;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Registers, renames and deletes apps without end, looks for each change as soon as it is acknowledged, and again and again
 * for all that is to stay.
 */
final class WriteLoad implements AutoCloseable {
    private static final int WRITERS = 2;

    private final EventStore events;
    private final TestViews views;
    private final Queue<String> staying = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger written = new AtomicInteger();
    private final List<Thread> threads;
    private volatile boolean ended;

    WriteLoad(EventStore events, TestViews views) {
        this.events = events;
        this.views = views;
        this.threads = IntStream.rangeClosed(0, WRITERS)
                .mapToObj(i -> Thread.ofPlatform().start(i == WRITERS ? this::read : () -> write("w" + i + "-")))
                .toList();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    int written() {
        return written.get();
    }

    void runFor(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    private void write(String prefix) {
        for (int i = 0; !ended; i++) {
            var id = prefix + i;
            publish(
                    id,
                    0,
                    new AppRegistered(
                            id, "org", "webapp", "test", "client-" + id, "first", 7200, false, null, null, null));
            expect("first", id);
            publish(id, 1, new AppRenamed(id, "second"));
            expect("second", id);
            if (i % 3 == 0) {
                publish(id, 2, new AppDeleted(id, "org"));
                expect(null, id);
            } else {
                staying.add(id);
            }
        }
    }

    private void read() {
        while (!ended) {
            for (var id : staying) {
                if (name(id) == null) {
                    failures.add(id + " is missing");
                }
            }
        }
    }

    private void publish(String id, long sequence, Object event) {
        events.publish(new GenericDomainEventMessage<>("App", id, sequence, event));
        written.incrementAndGet();
    }

    private void expect(@Nullable String name, String id) {
        if (!views.awaitWritten()) {
            failures.add(id + " was not shown in time");
        }
        var shown = name(id);
        if (name == null ? shown != null : !name.equals(shown)) {
            failures.add(id + " is " + shown + " instead of " + name);
        }
    }

    private @Nullable String name(String id) {
        var row = views.database()
                .collection("apps_v1")
                .find(new Document("_id", id))
                .first();
        return row == null ? null : row.getString("name");
    }

    @Override
    public void close() {
        ended = true;
        threads.forEach(WriteLoad::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
