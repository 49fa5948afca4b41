package io.keyledger.authorization.bearer;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many reads of one caller are answered at the same time; further ones wait for their turn, and a caller with too
 * many of them waiting is refused. So searches of one tenant take their share of the processors and of the views, and no
 * more. Thread-safe.
 */
final class ReadShare {
    private static final int LEAST_AT_ONCE = 2;
    private static final int MOST_WAITING = 100;

    private final int atOnce;
    private final Duration patience;
    private final ConcurrentHashMap<String, Turns> callers = new ConcurrentHashMap<>();

    /**
     * @param atOnce   reads of one caller answered at the same time
     * @param patience how long one waits for its turn
     */
    ReadShare(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /** Half of the processors, two at least: the other half is for everybody else. */
    static ReadShare ofThisMachine() {
        return new ReadShare(
                Math.max(LEAST_AT_ONCE, Runtime.getRuntime().availableProcessors() / 2), Duration.ofSeconds(10));
    }

    /**
     * Waits for a turn.
     *
     * @return what ends the turn; null when the caller has too many waiting, or waited in vain
     */
    @Nullable
    Turn take(String caller) throws InterruptedException {
        var turns = callers.compute(caller, (key, known) -> {
            var own = known == null ? new Turns(new Semaphore(atOnce, true), 0) : known;
            return own.withOneMore();
        });
        if (turns.present() > atOnce + MOST_WAITING
                || !turns.free().tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            leave(caller);
            return null;
        }
        return () -> {
            turns.free().release();
            leave(caller);
        };
    }

    private void leave(String caller) {
        callers.computeIfPresent(caller, (key, own) -> own.present() == 1 ? null : own.withOneLess());
    }

    /** Callers with reads under way or waiting. */
    int size() {
        return callers.size();
    }

    /** A read under way. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param free    as many permits as reads that may begin now
     * @param present reads under way or waiting
     */
    private record Turns(Semaphore free, int present) {
        Turns withOneMore() {
            return new Turns(free, present + 1);
        }

        Turns withOneLess() {
            return new Turns(free, present - 1);
        }
    }
}
