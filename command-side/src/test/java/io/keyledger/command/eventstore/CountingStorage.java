package io.keyledger.command.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;

/** Counts the events that are read by stream, in front of the real storage. */
@Primary
public final class CountingStorage implements EventStorageEngine {
    private final EventStorageEngine storage;
    private final AtomicLong read = new AtomicLong();

    CountingStorage(@Qualifier("eventStorage") EventStorageEngine storage) {
        this.storage = storage;
    }

    /** Returns how many were read since the last call. */
    public long takeCount() {
        return read.getAndSet(0);
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        return counted(storage.readEvents(stream));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return counted(storage.readEvents(stream, firstSequence));
    }

    private DomainEventStream counted(DomainEventStream events) {
        return DomainEventStream.of(
                events.asStream().peek(event -> read.incrementAndGet()), events::getLastSequenceNumber);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        storage.appendEvents(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        storage.storeSnapshot(snapshot);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return storage.readEvents(token, mayBlock);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return storage.readSnapshot(stream);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return storage.lastSequenceNumberFor(stream);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return storage.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return storage.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        return storage.createTokenAt(instant);
    }
}
