package io.keyledger.command.reservation;

import io.keyledger.command.eventstore.UseTables;
import io.keyledger.kernel.assertion.UsedAssertions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Stores them beside the events: as durable as those, and shared by the same nodes. One insert, which waits for no command. */
@Component
class UsedAssertionsTable implements UsedAssertions {
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    /** How far apart the clocks of two nodes may be. */
    private static final Duration KEPT_LONGER = Duration.ofMinutes(5);

    private final UseTables uses;
    private final Clock clock;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);

    UsedAssertionsTable(UseTables uses, Clock clock) {
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public boolean use(String id, Instant endsAt) {
        var first = new AtomicBoolean();
        uses.run(() -> {
            sweepNowAndThen();
            first.set(insert(id, endsAt));
        });
        return first.get();
    }

    private boolean insert(String id, Instant endsAt) {
        return uses.tables()
                        .sql("INSERT INTO used_assertions (id, ends_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(id, endsAt.getEpochSecond())
                        .update()
                == 1;
    }

    private void sweepNowAndThen() {
        var now = clock.instant();
        var due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(SWEEP_EVERY))) {
            uses.tables()
                    .sql("DELETE FROM used_assertions WHERE ends_at < ?")
                    .param(now.minus(KEPT_LONGER).getEpochSecond())
                    .update();
        }
    }
}
