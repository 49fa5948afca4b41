package io.keyledger.query.support;

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

/** The views of one node over an event store in memory; the database is the real one. */
public final class TestViews implements AutoCloseable {
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private final ViewsConnection connection;
    private final EventStore events;
    private @Nullable ViewProcessors processors;

    public static EventStore eventStore() {
        return EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
    }

    /** Opens the embedded views in the directory. */
    public TestViews(Path directory, EventStore events) {
        this.events = events;
        this.connection = ViewsConnection.open(
                new ViewsSettings(null, "keyledger"), new ViewFile(directory, Clock.systemUTC()), executor);
    }

    public ViewsDatabase database() {
        return connection.database();
    }

    /** Starts the views. */
    public TestViews start(List<ViewGroup> groups) {
        var serializer = Jackson3Serializer.builder().build();
        processors =
                new ViewProcessors(groups, database(), new Positions(database(), serializer, "node"), events, executor);
        processors.start();
        return this;
    }

    public boolean awaitWritten() {
        return new WrittenGate(events, () -> Stream.of(Objects.requireNonNull(processors)))
                .await(Duration.ofSeconds(10));
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
