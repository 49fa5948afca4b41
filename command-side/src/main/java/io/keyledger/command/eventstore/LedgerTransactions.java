package io.keyledger.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * At most one write transaction per thread, which all its access to the event database joins. Reads outside of one use
 * connections of their own, so that no read waits for a writer.
 */
public final class LedgerTransactions {
    private static final Transaction JOINED = new Transaction() {
        @Override
        public void commit() {
            // the transaction that was joined commits
        }

        @Override
        public void rollback() {
            // the transaction that was joined rolls back
        }
    };

    private final Writer writer;
    private final DataSource readers;

    @SuppressWarnings("ThreadLocalUsage") // one per database, and there is one database
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    LedgerTransactions(Writer writer, DataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Runs the work in a write transaction; all of it is on the disk afterwards, or nothing. */
    public void run(Runnable work) {
        manager().executeInTransaction(work);
    }

    /** For Axon: what it appends runs in a transaction, what it reads needs none. */
    public TransactionManager manager() {
        return new TransactionManager() {
            @Override
            public Transaction startTransaction() {
                return isActive() ? JOINED : new Begun();
            }

            @Override
            public <T> T fetchInTransaction(Supplier<T> reading) {
                return reading.get();
            }
        };
    }

    /** The connection of this thread's transaction, which ignores {@code close}; else one from the pool for reads. */
    Connection connection() throws SQLException {
        return isActive()
                ? ConnectionWrapperFactory.wrap(current.get(), new NoOpCloseHandler())
                : readers.getConnection();
    }

    /** Whether this thread is in a write transaction. */
    public boolean isActive() {
        return current.get() != null;
    }

    private final class Begun implements Transaction {
        private boolean ended;

        Begun() {
            attempt(() -> current.set(writer.begin()));
        }

        @Override
        public void commit() {
            end(writer::commit);
        }

        @Override
        public void rollback() {
            if (!ended) { // a commit that failed has ended it
                end(writer::rollback);
            }
        }

        private void end(Ending ending) {
            var connection = current.get();
            current.remove();
            ended = true;
            attempt(() -> ending.end(connection));
        }
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw new EventStoreException("The event database cannot be written to.", e);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private interface Ending {
        void end(Connection connection) throws SQLException;
    }
}
