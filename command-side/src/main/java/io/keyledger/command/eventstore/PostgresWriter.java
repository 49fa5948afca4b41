package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Takes an advisory lock that all nodes share for as long as the transaction lasts. PostgreSQL releases it after the commit
 * is visible: positions, which come from a sequence, never appear out of order.
 */
final class PostgresWriter implements Writer {
    /** "keyledg" in ASCII: any number will do that no other application in the database uses. */
    static final long LANE = 0x6B65796C656467L;

    private final DataSource pool;
    private final boolean oneAtATime;

    private PostgresWriter(DataSource pool, boolean oneAtATime) {
        this.pool = pool;
        this.oneAtATime = oneAtATime;
    }

    static PostgresWriter oneAtATime(DataSource pool) {
        return new PostgresWriter(pool, true);
    }

    /** Takes no lock: for tables without positions. */
    static PostgresWriter manyAtOnce(DataSource pool) {
        return new PostgresWriter(pool, false);
    }

    @Override
    public Connection begin() throws SQLException {
        var connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
            if (oneAtATime) {
                waitForTurn(connection);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void waitForTurn(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("SELECT pg_advisory_xact_lock(" + LANE + ")");
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        try (connection) {
            connection.commit();
        }
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }

    @Override
    public void close() {
        // EventDatabase closes the pool
    }
}
