package io.keyledger.command.eventstore;

import io.keyledger.kernel.upcast.Upcasters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.ReadEventDataForAggregateStatementBuilder;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine, without snapshots and without gaps: {@link Writer} makes events visible in the order of their
 * positions, so a missing position stays missing. Events of earlier builds are upcast; the exception for an unreadable
 * one names its position.
 */
final class LedgerStorage extends JdbcEventStorageEngine {
    private static final int BATCH = 100;

    /** Of one aggregate, whose whole history a command waits for; {@link EventTable#MOST_BYTES} bounds what is held. */
    private static final int BATCH_OF_AGGREGATE = 1000;

    /** Stands for a time that cannot be read. */
    private static final Instant NO_TIME = Instant.parse("0000-01-01T00:00:00Z");

    /** Reads of an aggregate what makes its state; null when this is the one that does so. */
    private final @Nullable LedgerStorage states;

    private LedgerStorage(Builder builder, @Nullable LedgerStorage states) {
        super(builder);
        this.states = states;
    }

    static LedgerStorage of(
            LedgerTransactions transactions, PersistenceExceptionResolver duplicates, Serializer serializer) {
        var states = new LedgerStorage(builder(transactions, duplicates, serializer, EventTable::ofState), null);
        return new LedgerStorage(builder(transactions, duplicates, serializer, EventTable::ofAggregate), states);
    }

    private static Builder builder(
            LedgerTransactions transactions,
            PersistenceExceptionResolver duplicates,
            Serializer serializer,
            ReadEventDataForAggregateStatementBuilder ofAggregate) {
        var builder = builder()
                .connectionProvider(transactions::connection)
                .transactionManager(transactions.manager())
                .schema(EventTable.SCHEMA)
                .createHeadToken(EventTable::head)
                .createTailToken(EventTable::tail)
                .createTokenAt(EventTable::tokenAt)
                .lastSequenceNumberFor(EventTable::lastSequence)
                .readEventDataWithoutGaps(EventTable::after)
                .readEventDataForAggregate((connection, schema, id, sequence, batch) ->
                        ofAggregate.build(connection, schema, id, sequence, BATCH_OF_AGGREGATE))
                .extendedGapCheckEnabled(false);
        builder.batchSize(BATCH)
                .finalAggregateBatchPredicate(
                        batch -> batch.size() < BATCH_OF_AGGREGATE && weight(batch) < EventTable.MOST_BYTES);
        builder.persistenceExceptionResolver(duplicates);
        builder.eventSerializer(serializer).snapshotSerializer(serializer).upcasterChain(Upcasters.chain());
        return builder;
    }

    /** Only the writer of the moment gets here, so no other event comes between. */
    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        var firsts = new LinkedHashMap<String, DomainEventMessage<?>>();
        for (var event : events) {
            if (event instanceof DomainEventMessage<?> recorded) {
                firsts.putIfAbsent(recorded.getAggregateIdentifier(), recorded);
            }
        }
        var moments = EventTable.moments(connection, List.copyOf(firsts.values()));
        return super.appendEvents(
                connection,
                events.stream()
                        .<EventMessage<?>>map(event ->
                                event instanceof DomainEventMessage<?> recorded ? moments.follow(recorded) : event)
                        .toList(),
                serializer);
    }

    private static long weight(List<? extends DomainEventData<?>> batch) {
        return batch.stream()
                .mapToLong(event -> ((byte[]) event.getPayload().getData()).length)
                .sum();
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return super.readEvents(token, mayBlock)
                .map(event -> event instanceof DomainEventMessage<?> one ? placed(one, event.trackingToken()) : event);
    }

    /**
     * The events that make the state of the aggregate, for its repository: without those that later ones say anew, so
     * that a history of any length costs next to nothing. {@link #readEvents(String, long)} has the whole history.
     */
    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return states == null ? readEvents(aggregateId, 0) : states.readEvents(aggregateId, 0);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        var events = super.readEvents(aggregateId, firstSequence);
        return DomainEventStream.of(events.asStream().map(LedgerStorage::placed), events::getLastSequenceNumber);
    }

    private static <T> TrackedEventMessage<T> placed(DomainEventMessage<T> event, TrackingToken token) {
        var position = token.position();
        return new GenericTrackedDomainEventMessage<>(
                token,
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload(event, () -> "at position " + position.orElse(-1) + ", " + history(event)),
                event::getTimestamp);
    }

    private static <T> DomainEventMessage<T> placed(DomainEventMessage<T> event) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload(event, () -> history(event)),
                event::getTimestamp);
    }

    private static <T> StoredPayload<T> payload(DomainEventMessage<T> event, Supplier<String> place) {
        return new StoredPayload<>(event, place, !event.getTimestamp().equals(NO_TIME));
    }

    private static String history(DomainEventMessage<?> event) {
        return event.getType() + " " + event.getAggregateIdentifier() + " sequence " + event.getSequenceNumber();
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        var position = row.getLong(EventTable.SCHEMA.globalIndexColumn());
        return super.getTrackedEventData(row, GapAwareTrackingToken.newInstance(position - 1, List.of()));
    }

    /** Axon asks for the time before the event is placed, so that its exception would not say which event it is. */
    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        var time = row.getString(column);
        try {
            DateTimeUtils.parseInstant(time);
            return time;
        } catch (RuntimeException e) {
            return NO_TIME;
        }
    }
}
