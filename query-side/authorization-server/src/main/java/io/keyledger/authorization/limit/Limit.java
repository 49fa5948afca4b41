package io.keyledger.authorization.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One token bucket for each key; a full bucket is dropped. Thread-safe. */
public final class Limit {
    private static final int MOST_KEYS = 100_000;

    private final long capacity;
    private final Duration interval;
    private final Runnable refused;
    private final LoadingCache<String, Bucket> buckets;

    /** @param refused called at every refusal */
    Limit(long capacity, Duration interval, Clock clock, Runnable refused) {
        this.refused = refused;
        this.capacity = capacity;
        this.interval = interval;
        var time = new ClockTime(clock);
        // a bucket unused for an interval is full again, like a new one
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(interval)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, interval))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Counts one request of the key. */
    public LimitDecision take(String key) {
        var probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            refused.run();
        }
        var wait = probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        return new LimitDecision(probe.isConsumed(), capacity, interval.toSeconds(), probe.getRemainingTokens(), wait);
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
