package io.keyledger.view.follow;

import io.keyledger.view.embedded.ViewFile;
import io.keyledger.view.store.Positions;
import io.keyledger.view.store.ViewsConnection;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.store.ViewsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** The views of one node over an event store in memory; the database is the one that runs in production. */
public final class TestViews implements AutoCloseable {
    private static final Duration KEEP = Duration.ofMillis(100);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
    private final Progress progress = new Progress();
    private final FollowerFailures failures = new FollowerFailures(new SimpleMeterRegistry());
    private final ViewsConnection connection;
    private final EventStore events;
    private @Nullable ViewProcessors processors;

    private TestViews(@Nullable String uri, Path directory, EventStore events) {
        this.events = events;
        this.connection = ViewsConnection.open(
                new ViewsSettings(uri, "keyledger", KEEP), new ViewFile(directory, Clock.systemUTC()), executor);
    }

    /** An empty event store. */
    public static EventStore eventStore() {
        return EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
    }

    /** The server inside the process, on files in the directory. */
    public static TestViews embedded(Path directory, EventStore events) {
        return new TestViews(null, directory, events);
    }

    /** A MongoDB; its database is empty then. */
    public static TestViews on(String uri, Path directory, EventStore events) {
        var views = new TestViews(uri, directory, events);
        views.database().database().drop();
        return views;
    }

    /** The database. */
    public ViewsDatabase database() {
        return connection.database();
    }

    /** Starts the views. */
    public TestViews start(List<View> groups) {
        var positions = new Positions(database(), Jackson3Serializer.builder().build(), "node");
        processors =
                new ViewProcessors(groups, database(), positions, events, progress, KEEP, Clock.systemUTC(), failures);
        processors.start();
        return this;
    }

    /** Has the started views made anew. */
    public Rebuilds rebuilds() {
        return new Rebuilds(Objects.requireNonNull(processors), events);
    }

    /** Waits until the views show all events. */
    public boolean awaitWritten() {
        return new ReadYourWrites(events, () -> Stream.of(Objects.requireNonNull(processors)), progress)
                .await(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        if (processors != null) {
            processors.stop();
        }
        connection.close();
        executor.shutdownNow();
    }
}
