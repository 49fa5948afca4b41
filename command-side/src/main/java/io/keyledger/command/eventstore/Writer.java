package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * For events, serializes the writes of units of work: between begin and end a unit is the only writer, across all nodes, so that
 * events become visible in the order of their positions and a reader never has to look back for a gap.
 */
interface Writer extends AutoCloseable {
    /** Waits until no other unit writes, then begins. */
    Connection begin() throws SQLException;

    /** Lets the next unit write; returns when the writes are on the disk. */
    void commit(Connection connection) throws SQLException;

    /** Undoes the writes, and lets the next unit write. */
    void rollback(Connection connection) throws SQLException;

    @Override
    void close() throws SQLException;
}
