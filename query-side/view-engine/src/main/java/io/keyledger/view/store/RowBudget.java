package io.keyledger.view.store;

import io.keyledger.view.row.Weight;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** How much the rows may weigh that one batch of events reads, so that its memory does not depend on what is in them. */
final class RowBudget {
    static final RowBudget NONE = new RowBudget(Long.MAX_VALUE);

    private final long most;
    private final AtomicLong spent = new AtomicLong();

    RowBudget(long most) {
        this.most = most;
    }

    /** @throws BatchTooHeavy when the rows read so far weigh too much */
    void spend(Document row) {
        if (most != Long.MAX_VALUE && spent.addAndGet(Weight.of(row)) > most) {
            throw new BatchTooHeavy(most);
        }
    }
}
