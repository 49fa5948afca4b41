package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

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

    /** Most bytes of payloads that are read at once, but for a single event that has more. */
    static final long MOST_BYTES = 1 << 20;

    private static final String IS_OVERWRITTEN =
            "(aggregate_type, payload_type) IN (VALUES " + Overwritten.rows() + ")";

    private static final String OF_STATE = "WITH last_ones AS (SELECT MAX(sequence) FROM events"
            + " WHERE aggregate_id = ? AND sequence >= ? AND " + IS_OVERWRITTEN + " GROUP BY payload_type),"
            + " next_ones AS (SELECT sequence, LENGTH(payload) AS bytes FROM events"
            + " WHERE aggregate_id = ? AND sequence >= ?"
            + " AND (NOT " + IS_OVERWRITTEN + " OR sequence IN (SELECT * FROM last_ones)) ORDER BY sequence LIMIT ?),"
            + " weighed AS (SELECT sequence, SUM(bytes) OVER (ORDER BY sequence) - bytes AS bytes_before FROM next_ones)"
            + " SELECT " + SCHEMA.trackedEventFields() + " FROM events WHERE aggregate_id = ?"
            + " AND sequence IN (SELECT sequence FROM weighed WHERE bytes_before < ?) ORDER BY sequence";

    private EventTable() {}

    static PreparedStatement head(Connection connection, EventSchema schema) throws SQLException {
        return connection.prepareStatement("SELECT position FROM events ORDER BY position DESC LIMIT 1");
    }

    /**
     * The moments of the events before those about to be appended: of the newest one of the store, and of the last one
     * of each aggregate. One statement: whoever waits to append waits for it.
     *
     * @param appended the first event of each aggregate that is appended to
     */
    static Moments moments(Connection connection, List<DomainEventMessage<?>> appended) throws SQLException {
        var last = appended.isEmpty()
                ? ""
                : " UNION ALL SELECT aggregate_id, occurred_at FROM events WHERE (aggregate_id, sequence) IN (VALUES "
                        + String.join(", ", Collections.nCopies(appended.size(), "(?, ?)")) + ")";
        try (var statement = connection.prepareStatement("SELECT * FROM (SELECT NULL AS aggregate_id, occurred_at"
                + " FROM events ORDER BY position DESC LIMIT 1) AS newest" + last)) {
            var parameter = 0;
            for (var event : appended) {
                statement.setString(++parameter, event.getAggregateIdentifier());
                statement.setLong(++parameter, event.getSequenceNumber() - 1);
            }
            try (var rows = statement.executeQuery()) {
                var newest = Instant.MIN;
                var ofAggregates = new HashMap<String, Instant>();
                while (rows.next()) {
                    var moment = DateTimeUtils.parseInstant(rows.getString(2));
                    if (rows.getString(1) == null) {
                        newest = moment;
                    } else {
                        ofAggregates.put(rows.getString(1), moment);
                    }
                }
                return new Moments(newest, ofAggregates);
            }
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
     * Fewer when they are large: as many as {@value #MOST_BYTES} bytes hold, and one at least.
     */
    static PreparedStatement after(Connection connection, EventSchema schema, long position, int limit)
            throws SQLException {
        var statement = connection.prepareStatement(
                "SELECT " + schema.trackedEventFields() + " FROM events WHERE position > ? AND position <= ("
                        + last("position", "position > ?") + ") ORDER BY position");
        statement.setLong(1, position);
        statement.setLong(2, position);
        statement.setInt(3, limit);
        statement.setLong(4, MOST_BYTES);
        return statement;
    }

    /** The next events of one aggregate, from that sequence on, by the same bounds. */
    static PreparedStatement ofAggregate(
            Connection connection, EventSchema schema, String aggregateId, long sequence, int limit)
            throws SQLException {
        var statement = connection.prepareStatement("SELECT " + schema.trackedEventFields()
                + " FROM events WHERE aggregate_id = ? AND sequence >= ? AND sequence <= ("
                + last("sequence", "aggregate_id = ? AND sequence >= ?") + ") ORDER BY sequence");
        statement.setString(1, aggregateId);
        statement.setLong(2, sequence);
        statement.setString(3, aggregateId);
        statement.setLong(4, sequence);
        statement.setInt(5, limit);
        statement.setLong(6, MOST_BYTES);
        return statement;
    }

    /**
     * The next events of one aggregate that make its state, from that sequence on: those of {@link Overwritten} are left
     * out but for the last of each word. By the same bounds, which those left out do not count for.
     */
    static PreparedStatement ofState(
            Connection connection, EventSchema schema, String aggregateId, long sequence, int limit)
            throws SQLException {
        var statement = connection.prepareStatement(OF_STATE);
        statement.setString(1, aggregateId);
        statement.setLong(2, sequence);
        statement.setString(3, aggregateId);
        statement.setLong(4, sequence);
        statement.setInt(5, limit);
        statement.setString(6, aggregateId);
        statement.setLong(7, MOST_BYTES);
        return statement;
    }

    /** The last one that the events before it leave room for; asks for the lengths, and reads no payload. */
    private static String last(String order, String condition) {
        return "SELECT MAX(" + order + ") FROM (SELECT " + order + ", SUM(bytes) OVER (ORDER BY " + order
                + ") - bytes AS bytes_before FROM (SELECT " + order + ", LENGTH(payload) AS bytes FROM events WHERE "
                + condition + " ORDER BY " + order + " LIMIT ?) AS next_ones) AS weighed WHERE bytes_before < ?";
    }
}
