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
 * Collects when secrets, certificates and apps were last used, to the minute, until it is written to the database:
 * noting a use is an update in memory. Thread-safe.
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

    /** Notes a use now, by the id of the secret or certificate that a client authenticated with. */
    public void used(String id) {
        issued(id, 0);
    }

    /**
     * Notes that an app gets a token now. Tokens of one minute count as issued at its end.
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

    /** The last use that this node has noted, to the minute; the epoch when it has none. */
    Instant lastNoted(String id) {
        var use = uses.get(id);
        return use == null ? Instant.EPOCH : use.last().at();
    }

    /** The uses that are not written to the database yet. */
    Map<String, LastUse> unwritten() {
        var pending = new HashMap<String, LastUse>();
        uses.forEach((id, use) -> {
            if (use.isNews()) {
                pending.put(id, use.last());
            }
        });
        return pending;
    }

    /** Marks these as written. When there are many, those written and not used in the last minute are dropped. */
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
