package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Writes through one connection, with one wait for the disk for all units of work that queue up meanwhile (group
 * commit). Each is a savepoint in a shared transaction; the unit that ends while no other waits commits for all. A unit
 * returns from {@link #commit} only after that; one that is rolled back does not affect the others.
 */
final class SqliteWriter implements Writer {
    /** Units of work; so that the first of a batch does not wait for ever under load. */
    private static final int LARGEST_BATCH = 64;

    private final Connection connection;
    private final Semaphore turn = new Semaphore(1, true);
    private @Nullable Batch batch;

    SqliteWriter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection begin() throws SQLException {
        turn.acquireUninterruptibly(); // one that could give up waiting would leave the batch before it without a
        // committer
        try {
            if (batch == null) {
                execute("BEGIN IMMEDIATE");
                batch = new Batch();
            }
            execute("SAVEPOINT unit");
            return connection;
        } catch (SQLException e) {
            endTurn();
            throw e;
        }
    }

    @Override
    public void commit(Connection begun) throws SQLException {
        Batch mine;
        try {
            execute("RELEASE unit");
            mine = open();
            mine.units++;
        } catch (SQLException e) {
            abandon(e);
            throw e;
        } finally {
            endTurn();
        }
        mine.await();
    }

    @Override
    public void rollback(Connection begun) throws SQLException {
        try {
            execute("ROLLBACK TO unit");
            execute("RELEASE unit");
        } catch (SQLException e) {
            abandon(e); // a full disk, for one, has ended the whole transaction and with it the units before this one
            throw e;
        } finally {
            endTurn();
        }
    }

    @Override
    public void close() throws SQLException {
        turn.acquireUninterruptibly();
        connection.close();
    }

    private void endTurn() {
        try {
            if (batch != null && (!turn.hasQueuedThreads() || batch.units >= LARGEST_BATCH)) {
                finish(batch);
            }
        } finally {
            turn.release();
        }
    }

    private void finish(Batch ended) {
        try {
            execute("COMMIT");
            batch = null;
            ended.committed.complete(null);
        } catch (SQLException e) {
            abandon(e);
        }
    }

    private void abandon(SQLException cause) {
        var lost = open();
        batch = null;
        lost.committed.completeExceptionally(cause);
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e); // SQLite has rolled back by itself already
        }
    }

    private Batch open() {
        if (batch == null) {
            throw new IllegalStateException("commit without begin");
        }
        return batch;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class Batch {
        private final CompletableFuture<@Nullable Void> committed = new CompletableFuture<>();
        private int units;

        void await() throws SQLException {
            try {
                committed.join();
            } catch (CompletionException e) {
                throw new SQLException("the commit failed", e.getCause());
            }
        }
    }
}
