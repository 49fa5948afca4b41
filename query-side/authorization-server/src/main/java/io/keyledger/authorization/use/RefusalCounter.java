package io.keyledger.authorization.use;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts equal refusals until they are reported: the first at once, later ones after pauses that double from ten
 * seconds to ten minutes. A crash loses at most the refusals since the last report.
 */
final class RefusalCounter {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10;

    private int count;
    private Instant firstAt = Instant.EPOCH;
    private Instant lastAt = Instant.EPOCH;
    private List<String> addresses = new ArrayList<>();
    private Instant toldAt = Instant.EPOCH;
    private Duration pause = Duration.ZERO;

    synchronized void add(Instant now, String address) {
        if (count == 0) {
            firstAt = now;
        }
        count++;
        lastAt = now;
        if (addresses.size() < MOST_ADDRESSES && !addresses.contains(address)) {
            addresses.add(address);
        }
    }

    /** Whether there is anything to report. */
    synchronized boolean isUntold() {
        return count > 0;
    }

    /** Whether there is anything to report, and the pause since the last report is over. */
    synchronized boolean isDue(Instant now) {
        return count > 0 && !now.isBefore(toldAt.plus(pause));
    }

    /** Whether nothing was counted since the last report, ten minutes ago or more. */
    synchronized boolean isOver(Instant now) {
        return count == 0 && !now.isBefore(toldAt.plus(LONGEST_PAUSE));
    }

    /** The count so far. */
    synchronized Count untold() {
        return new Count(count, firstAt, lastAt, List.copyOf(addresses));
    }

    /** The count so far; counting starts again. */
    synchronized Count take(Instant now) {
        var taken = untold();
        count = 0;
        addresses = new ArrayList<>();
        toldAt = now;
        pause = longer(pause);
        return taken;
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return pause.isZero() ? SHORTEST_PAUSE : twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Adds a count that could not be reported to what was counted since, to be reported next time. */
    synchronized void giveBack(Count untold) {
        firstAt = untold.firstAt();
        lastAt = count == 0 ? untold.lastAt() : lastAt;
        count += untold.count();
        addresses = Stream.concat(untold.addresses().stream(), addresses.stream())
                .distinct()
                .limit(MOST_ADDRESSES)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** How often, when, and from where. */
    record Count(int count, Instant firstAt, Instant lastAt, List<String> addresses) {}
}
