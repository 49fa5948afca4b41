package io.keyledger.command.reservation;

import io.keyledger.command.eventstore.UseTables;
import io.keyledger.kernel.audit.UntoldRefusals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stores them beside the events. Its writes wait for no command. */
@Component
class UntoldRefusalsTable implements UntoldRefusals {
    private final UseTables uses;

    UntoldRefusalsTable(UseTables uses) {
        this.uses = uses;
    }

    @Override
    public void keep(String node, Instant at, List<String> kept) {
        uses.run(() -> {
            uses.tables()
                    .sql("DELETE FROM untold_refusals WHERE node = ?")
                    .param(node)
                    .update();
            for (int number = 0; number < kept.size(); number++) {
                uses.tables()
                        .sql("INSERT INTO untold_refusals (node, number, kept_at, kept) VALUES (?, ?, ?, ?)")
                        .params(node, number, at.getEpochSecond(), kept.get(number))
                        .update();
            }
        });
    }

    /** Deleting returns each row to one of several nodes that ask at once. */
    @Override
    public List<String> takeOver(Instant since) {
        var taken = new ArrayList<String>();
        uses.run(() -> taken.addAll(uses.tables()
                .sql("DELETE FROM untold_refusals WHERE kept_at < ? RETURNING kept")
                .param(since.getEpochSecond())
                .query(String.class)
                .list()));
        return taken;
    }
}
