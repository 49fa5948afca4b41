package io.keyledger.command.eventstore;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that the event store accepts writes, by one: reads succeed on a full and on a read-only disk, too. */
public final class Heartbeat {
    private static final String SQL = "INSERT INTO heartbeats (id, beats) VALUES (1, 1)"
            + " ON CONFLICT (id) DO UPDATE SET beats = heartbeats.beats + 1";

    private final LedgerTransactions transactions;
    private final JdbcClient tables;

    Heartbeat(LedgerTransactions transactions, JdbcClient tables) {
        this.transactions = transactions;
        this.tables = tables;
    }

    /** Returns when a write is on the disk; throws what went wrong. */
    public void beat() {
        transactions.run(() -> tables.sql(SQL).update());
    }
}
