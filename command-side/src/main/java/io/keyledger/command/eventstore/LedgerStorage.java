package io.keyledger.command.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * Axon's JDBC engine, without snapshots and without gaps: {@link Writer} lets events become visible in the order of their
 * positions, so a number that is missing stays missing.
 */
final class LedgerStorage extends JdbcEventStorageEngine {
    private static final int BATCH = 100;

    private LedgerStorage(Builder builder) {
        super(builder);
    }

    static LedgerStorage of(
            LedgerTransactions transactions,
            PersistenceExceptionResolver duplicates,
            Serializer serializer,
            EventUpcaster upcasters) {
        var builder = builder()
                .connectionProvider(transactions::connection)
                .transactionManager(transactions.manager())
                .schema(EventTable.SCHEMA)
                .createHeadToken(EventTable::head)
                .createTailToken(EventTable::tail)
                .createTokenAt(EventTable::tokenAt)
                .lastSequenceNumberFor(EventTable::lastSequence)
                .readEventDataWithoutGaps(EventTable::after)
                .extendedGapCheckEnabled(false);
        builder.batchSize(BATCH).finalAggregateBatchPredicate(batch -> batch.size() < BATCH);
        builder.persistenceExceptionResolver(duplicates);
        builder.eventSerializer(serializer).snapshotSerializer(serializer).upcasterChain(upcasters);
        return new LedgerStorage(builder);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        var position = row.getLong(EventTable.SCHEMA.globalIndexColumn());
        return super.getTrackedEventData(row, GapAwareTrackingToken.newInstance(position - 1, List.of()));
    }
}
