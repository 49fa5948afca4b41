package io.keyledger.authorization.use;

import io.keyledger.view.use.LastUse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** When secrets, certificates and apps of one organization were last used. Thread-safe. */
final class UsesOfOrganization {
    /** Ids that each organization may have, however many others have. */
    static final int SHARE = 10_000;

    private final Map<String, Use> uses = new ConcurrentHashMap<>();

    /**
     * The use of that id; null when the organization has its share and there is no room for more.
     *
     * @param hasRoom for one beyond the share
     */
    @Nullable
    Use begin(String id, BooleanSupplier hasRoom) {
        var known = uses.get(id);
        if (known == null && (uses.size() < SHARE || hasRoom.getAsBoolean())) {
            return uses.computeIfAbsent(id, key -> new Use());
        }
        return known;
    }

    @Nullable
    Use find(String id) {
        return uses.get(id);
    }

    int size() {
        return uses.size();
    }

    void collect(Map<String, LastUse> pending) {
        uses.forEach((id, use) -> {
            if (use.isNews()) {
                pending.put(id, use.last());
            }
        });
    }

    void written(Map<String, LastUse> known) {
        uses.forEach((id, use) -> {
            var last = known.get(id);
            if (last != null) {
                use.written = last;
            }
        });
    }

    /** Drops those that are written and were not used since that minute. */
    void drop(long minute) {
        uses.values().removeIf(use -> !use.isNews() && use.minute.get() < minute);
    }

    /** One id. */
    static final class Use {
        private final LongAccumulator minute = new LongAccumulator(Math::max, 0);
        private final AtomicReference<LastUse.@Nullable Tokens> tokens = new AtomicReference<>();
        private volatile @Nullable LastUse written;

        void note(long at) {
            minute.accumulate(at);
        }

        void note(long at, LastUse.Tokens got) {
            note(at);
            tokens.accumulateAndGet(got, Use::later);
        }

        private static LastUse.Tokens later(LastUse.@Nullable Tokens known, LastUse.Tokens got) {
            return known == null || known.compareTo(got) < 0 ? got : known;
        }

        LastUse last() {
            return new LastUse(Instant.ofEpochSecond(minute.get() * CredentialUses.MINUTE_SECONDS), tokens.get());
        }

        private boolean isNews() {
            return minute.get() > 0 && !last().equals(written);
        }
    }
}
