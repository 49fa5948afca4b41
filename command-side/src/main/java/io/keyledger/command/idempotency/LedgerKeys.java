package io.keyledger.command.idempotency;

import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.kernel.Randomness;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys that all nodes share and that protect no secret. They are stored beside the events, so that there is nothing to
 * configure and a restored backup has them.
 */
final class LedgerKeys {
    private static final int KEY_BYTES = 32;

    private final JdbcClient tables;
    private final LedgerTransactions transactions;
    private final Randomness randomness;

    LedgerKeys(JdbcClient tables, LedgerTransactions transactions, Randomness randomness) {
        this.tables = tables;
        this.transactions = transactions;
        this.randomness = randomness;
    }

    /** The key of that name; generated at the first call on any node. */
    byte[] key(String name) {
        transactions.run(() -> tables.sql("INSERT INTO keys (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(name, randomness.bytes(KEY_BYTES))
                .update());
        return tables.sql("SELECT value FROM keys WHERE name = ?")
                .param(name)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
