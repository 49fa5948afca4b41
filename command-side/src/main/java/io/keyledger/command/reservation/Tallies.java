package io.keyledger.command.reservation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many there are of what has a {@link Quota}, by its holder: an organization or a user. Changed in the transaction
 * that records the event, where no other node writes.
 */
@Component
class Tallies {
    private final JdbcClient tables;

    Tallies(JdbcClient tables) {
        this.tables = tables;
    }

    /** Counts one more; how many there are then. */
    long add(Quota quota, String holder) {
        return tables.sql("INSERT INTO tallies (quota, holder, amount) VALUES (?, ?, 1)"
                        + " ON CONFLICT (quota, holder) DO UPDATE SET amount = tallies.amount + 1 RETURNING amount")
                .params(quota.word(), holder)
                .query(Long.class)
                .single();
    }

    void remove(Quota quota, String holder) {
        tables.sql("UPDATE tallies SET amount = amount - 1 WHERE quota = ? AND holder = ?")
                .params(quota.word(), holder)
                .update();
    }

    void clear() {
        tables.sql("DELETE FROM tallies").update();
    }
}
