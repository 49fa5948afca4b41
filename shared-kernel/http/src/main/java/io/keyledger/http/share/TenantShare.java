package io.keyledger.http.share;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of one tenant are answered at the same time; further ones wait for their turn, their bodies unread,
 * and a tenant with too many of them waiting is refused. So one tenant takes its share of the processors, of the views
 * and of the memory, and no more. Thread-safe.
 */
public final class TenantShare {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 100;

    private final int atOnce;
    private final Duration patience;
    private final ConcurrentHashMap<String, Turns> tenants = new ConcurrentHashMap<>();

    /**
     * @param atOnce   requests of one tenant answered at the same time
     * @param patience how long one waits for its turn
     */
    TenantShare(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /**
     * One in which a request waits for its turn for 10 seconds.
     *
     * @param atOnce requests of one tenant answered at the same time
     */
    public static TenantShare of(int atOnce) {
        return new TenantShare(atOnce, PATIENCE);
    }

    /** One in which a request has its turn at once, or not at all. */
    public static TenantShare withoutWaiting(int atOnce) {
        return new TenantShare(atOnce, Duration.ZERO);
    }

    /**
     * Waits for a turn.
     *
     * @param tenant any name that tells tenants apart
     * @return what ends the turn; null when the tenant has too many waiting, or waited in vain
     */
    public @Nullable Turn take(String tenant) throws InterruptedException {
        var turns = tenants.compute(tenant, (key, known) -> {
            var own = known == null ? new Turns(new Semaphore(atOnce, true), 0) : known;
            return own.withOneMore();
        });
        var taken = false;
        try {
            taken = turns.present() <= atOnce + MOST_WAITING
                    && turns.free().tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!taken) {
                leave(tenant);
            }
        }
        if (!taken) {
            return null;
        }
        var isOver = new AtomicBoolean();
        return () -> {
            if (!isOver.getAndSet(true)) {
                turns.free().release();
                leave(tenant);
            }
        };
    }

    private void leave(String tenant) {
        tenants.computeIfPresent(tenant, (key, own) -> own.present() == 1 ? null : own.withOneLess());
    }

    /** Tenants with requests under way or waiting. */
    int size() {
        return tenants.size();
    }

    /** A request under way; to close it again changes nothing. */
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param free    as many permits as requests that may begin now
     * @param present requests under way or waiting
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
