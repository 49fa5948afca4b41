package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one lane in which units of work write. Whoever has begun is alone in it until he has ended, across all nodes, so
 * that events become visible in the order of their positions and a follower never has to look back for a gap.
 */
interface Writer extends AutoCloseable {
    /** Waits for its turn, then begins. */
    Connection begin() throws SQLException;

    /** Ends the turn; returns when the writes are on the disk. */
    void commit(Connection connection) throws SQLException;

    /** Ends the turn; nothing of it remains. */
    void rollback(Connection connection) throws SQLException;

    @Override
    void close() throws SQLException;
}
