package io.keyledger.query.token.use;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same thing tried again and again: counted until it is told. */
final class Trials {
    private static final int MOST_ADDRESSES = 10;

    private int count;
    private Instant firstAt = Instant.EPOCH;
    private Instant lastAt = Instant.EPOCH;
    private List<String> addresses = new ArrayList<>();
    private Instant toldAt = Instant.EPOCH;

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

    /** Whether there is something to tell, and nothing was told for so long that it may be. */
    synchronized boolean isDue(Instant before) {
        return count > 0 && !toldAt.isAfter(before);
    }

    /** Whether nothing came since it was told, and that is long ago. */
    synchronized boolean isOver(Instant before) {
        return count == 0 && !toldAt.isAfter(before);
    }

    /** What has come together; from now on it is counted anew. */
    synchronized Count take(Instant now) {
        var taken = new Count(count, firstAt, lastAt, List.copyOf(addresses));
        count = 0;
        addresses = new ArrayList<>();
        toldAt = now;
        return taken;
    }

    /** What was taken could not be told: it is counted with what has come since, and told in its time. */
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
