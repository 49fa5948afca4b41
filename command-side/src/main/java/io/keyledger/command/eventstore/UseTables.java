package io.keyledger.command.eventstore;

import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of what use records and no event depends on, as durable as the events and shared by the same nodes. Their
 * writes wait for no command's, nor the other way round.
 */
public final class UseTables implements AutoCloseable {
    private final EventDatabase database;
    private final LedgerTransactions transactions;
    private final JdbcClient tables;

    UseTables(EventDatabase database) {
        this.database = database;
        transactions = new LedgerTransactions(database.writer(), database.readers());
        tables = JdbcClient.create(new LedgerDataSource(transactions));
    }

    /** For reading; for writing within {@link #run}. */
    public JdbcClient tables() {
        return tables;
    }

    /** Runs the work in a write transaction; all of it is on the disk afterwards, or nothing. */
    public void run(Runnable work) {
        transactions.run(work);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
