package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.jspecify.annotations.Nullable;

/**
 * The names of the event table, and statements that replace the engine's: for an empty store its own return one row
 * with NULL, on which the SQLite driver throws; these return no row.
 */
final class EventTable {
    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("events")
            .globalIndexColumn("position")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("aggregate_id")
            .sequenceNumberColumn("sequence")
            .typeColumn("aggregate_type")
            .timestampColumn("occurred_at")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    private EventTable() {}

    static PreparedStatement head(Connection connection, EventSchema schema) throws SQLException {
        return connection.prepareStatement("SELECT position FROM events ORDER BY position DESC LIMIT 1");
    }

    /** The moment of the newest event, which no earlier one exceeds; null for an empty store. */
    static @Nullable Instant newestMoment(Connection connection) throws SQLException {
        try (var statement =
                        connection.prepareStatement("SELECT occurred_at FROM events ORDER BY position DESC LIMIT 1");
                var rows = statement.executeQuery()) {
            return rows.next() ? DateTimeUtils.parseInstant(rows.getString(1)) : null;
        }
    }

    static PreparedStatement tail(Connection connection, EventSchema schema) throws SQLException {
        return connection.prepareStatement("SELECT position - 1 FROM events ORDER BY position LIMIT 1");
    }

    static PreparedStatement tokenAt(Connection connection, EventSchema schema, Instant instant) throws SQLException {
        var statement = connection.prepareStatement(
                "SELECT position - 1 FROM events WHERE occurred_at >= ? ORDER BY position LIMIT 1");
        statement.setString(1, DateTimeUtils.formatInstant(instant));
        return statement;
    }

    static PreparedStatement lastSequence(Connection connection, EventSchema schema, String aggregateId)
            throws SQLException {
        var statement = connection.prepareStatement(
                "SELECT sequence FROM events WHERE aggregate_id = ? ORDER BY sequence DESC LIMIT 1");
        statement.setString(1, aggregateId);
        return statement;
    }

    /**
     * The next {@code limit} events, however far ahead: the engine's own statement covers only {@code limit} positions.
     */
    static PreparedStatement after(Connection connection, EventSchema schema, long position, int limit)
            throws SQLException {
        var statement = connection.prepareStatement(
                "SELECT " + schema.trackedEventFields() + " FROM events WHERE position > ? ORDER BY position LIMIT ?");
        statement.setLong(1, position);
        statement.setInt(2, limit);
        return statement;
    }
}
