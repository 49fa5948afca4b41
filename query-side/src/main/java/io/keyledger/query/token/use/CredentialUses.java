package io.keyledger.query.token.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * When secrets, certificates and apps were last used, to the minute, on its way to the database: noting a use takes no lock
 * and no round trip. Thread-safe.
 */
public final class CredentialUses {
    private static final int MOST = 100_000;
    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Clock clock;
    private final Map<String, Use> uses = new ConcurrentHashMap<>();

    CredentialUses(Clock clock) {
        this.clock = clock;
    }

    /** Notes that it is used now: the id of a secret or certificate that proved who a client is, or of an app that got a token. */
    public void used(String id) {
        var use = uses.get(id);
        if (use == null) {
            if (uses.size() >= MOST) {
                return;
            }
            use = uses.computeIfAbsent(id, key -> new Use());
        }
        use.minute.accumulate(minute());
    }

    /** What the database does not know yet. */
    Map<String, Instant> unwritten() {
        var pending = new HashMap<String, Instant>();
        uses.forEach((id, use) -> {
            var minute = use.minute.get();
            if (minute > use.written) {
                pending.put(id, Instant.ofEpochMilli(minute * MINUTE_MILLIS));
            }
        });
        return pending;
    }

    /** The database knows these now. When many are remembered, those are forgotten that it knows and nobody uses. */
    void written(Map<String, Instant> known) {
        known.forEach((id, at) -> {
            var use = uses.get(id);
            if (use != null) {
                use.written = at.toEpochMilli() / MINUTE_MILLIS;
            }
        });
        if (uses.size() > MOST / 2) {
            var now = minute();
            uses.values().removeIf(use -> use.written >= use.minute.get() && use.written < now - 1);
        }
    }

    private long minute() {
        return clock.millis() / MINUTE_MILLIS;
    }

    private static final class Use {
        private final LongAccumulator minute = new LongAccumulator(Math::max, 0);
        private volatile long written;
    }
}
