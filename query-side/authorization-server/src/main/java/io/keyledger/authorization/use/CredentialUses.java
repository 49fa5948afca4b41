package io.keyledger.authorization.use;

import io.keyledger.view.use.LastUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import org.jspecify.annotations.Nullable;

/**
 * When secrets, certificates and apps were last used, to the minute, on its way to the database: noting a use takes no lock
 * and no round trip. Thread-safe.
 */
public final class CredentialUses {
    private static final int MOST = 100_000;
    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long MINUTE_SECONDS = Duration.ofMinutes(1).toSeconds();

    private final Clock clock;
    private final Map<String, Use> uses = new ConcurrentHashMap<>();

    CredentialUses(Clock clock) {
        this.clock = clock;
    }

    /** Notes that it is used now: the id of a secret or certificate that proved who a client is. */
    public void used(String id) {
        issued(id, 0);
    }

    /**
     * Notes that an app gets a token now. What is issued within one minute counts as issued at its end.
     *
     * @param lifetime of the token, in seconds
     */
    public void issued(String appId, int lifetime) {
        var use = uses.get(appId);
        if (use == null) {
            if (uses.size() >= MOST) {
                return;
            }
            use = uses.computeIfAbsent(appId, key -> new Use());
        }
        var minute = minute();
        use.minute.accumulate(minute);
        if (lifetime > 0) {
            use.tokensUntil.accumulate((minute + 1) * MINUTE_SECONDS + lifetime);
        }
    }

    /** When it was last used as far as this node remembers, to the minute; the beginning of time when it does not. */
    Instant lastNoted(String id) {
        var use = uses.get(id);
        return use == null ? Instant.EPOCH : use.last().at();
    }

    /** What the database does not know yet. */
    Map<String, LastUse> unwritten() {
        var pending = new HashMap<String, LastUse>();
        uses.forEach((id, use) -> {
            if (use.isNews()) {
                pending.put(id, use.last());
            }
        });
        return pending;
    }

    /** The database knows these now. When many are remembered, those are forgotten that it knows and nobody uses. */
    void written(Map<String, LastUse> known) {
        known.forEach((id, last) -> {
            var use = uses.get(id);
            if (use != null) {
                use.written = last;
            }
        });
        if (uses.size() > MOST / 2) {
            var now = minute();
            uses.values().removeIf(use -> !use.isNews() && use.minute.get() < now - 1);
        }
    }

    private long minute() {
        return clock.millis() / MINUTE_MILLIS;
    }

    private static final class Use {
        private final LongAccumulator minute = new LongAccumulator(Math::max, 0);
        private final LongAccumulator tokensUntil = new LongAccumulator(Math::max, 0);
        private volatile @Nullable LastUse written;

        private boolean isNews() {
            return minute.get() > 0 && !last().equals(written);
        }

        private LastUse last() {
            var seconds = tokensUntil.get();
            return new LastUse(
                    Instant.ofEpochMilli(minute.get() * MINUTE_MILLIS),
                    seconds == 0 ? null : Instant.ofEpochSecond(seconds));
        }
    }
}
