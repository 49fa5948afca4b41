package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes an advisory lock that all nodes share for as long as the transaction lasts. PostgreSQL releases it after the commit
 * is visible: positions, which come from a sequence, never appear out of order.
 */
final class PostgresWriter implements Writer {
    /** "keyledg" in ASCII: any number will do that no other application in the database uses. */
    static final long LANE = 0x6B65796C656467L;

    private static final int LONGEST_WAIT_SECONDS = 10;

    private final DataSource pool;

    /** Waited for before a connection is taken: those who wait take none from readers. Null when many write at once. */
    private final @Nullable Semaphore turn;

    private PostgresWriter(DataSource pool, @Nullable Semaphore turn) {
        this.pool = pool;
        this.turn = turn;
    }

    static PostgresWriter oneAtATime(DataSource pool) {
        return new PostgresWriter(pool, new Semaphore(1, true));
    }

    /** Takes no lock: for tables without positions. */
    static PostgresWriter manyAtOnce(DataSource pool) {
        return new PostgresWriter(pool, null);
    }

    @Override
    public Connection begin() throws SQLException {
        if (turn == null) {
            return begun();
        }
        await(turn);
        try {
            var connection = begun();
            try {
                lock(connection);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException | RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    private static void await(Semaphore turn) throws SQLException {
        try {
            if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientException("others write to the event database for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("interrupted while others write to the event database", e);
        }
    }

    private Connection begun() throws SQLException {
        var connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("SELECT pg_advisory_xact_lock(" + LANE + ")");
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        try (connection) {
            connection.commit();
        } finally {
            ended();
        }
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
        } finally {
            ended();
        }
    }

    private void ended() {
        if (turn != null) {
            turn.release();
        }
    }

    @Override
    public void close() {
        // EventDatabase closes the pool
    }
}
