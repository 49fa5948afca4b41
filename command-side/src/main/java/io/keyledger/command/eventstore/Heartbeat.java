package io.keyledger.command.eventstore;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out whether the event store takes writes, by one: a full disk and a read-only one answer every question. */
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
