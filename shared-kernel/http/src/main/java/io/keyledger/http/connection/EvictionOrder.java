package io.keyledger.http.connection;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which requests end first when others find no room: the oldest of the address that has most under way. None of an address
 * that has fewer than the average ends, and of one that has few only those that are slow to arrive or to be answered.
 */
final class EvictionOrder {
    /** What a browser opens to one server: whoever has no more takes nobody's room by their number. */
    static final int FEW = 6;

    /** How long a request takes at most that is neither withheld nor busy: it is not slow before. */
    static final Duration SOON = Duration.ofSeconds(2);

    private EvictionOrder() {}

    /**
     * Those to end, at most that many.
     *
     * @param candidates what may be ended at all
     * @param underWay   how many requests each address has under way, whether these may be ended or not
     * @param now        in nanoseconds, as {@link Candidate#since}
     */
    static <R> List<Candidate<R>> first(
            int count, Collection<Candidate<R>> candidates, Map<String, Integer> underWay, long now) {
        var all = underWay.values().stream().mapToInt(Integer::intValue).sum();
        var average = underWay.isEmpty() ? 0 : all / underWay.size();
        return candidates.stream()
                .filter(one -> numberOf(one, underWay) >= average)
                .filter(one -> numberOf(one, underWay) > FEW || now - one.since() > SOON.toNanos())
                .sorted(Comparator.comparingInt((Candidate<R> one) -> -numberOf(one, underWay))
                        .thenComparingLong(Candidate::since))
                .limit(count)
                .toList();
    }

    private static int numberOf(Candidate<?> one, Map<String, Integer> underWay) {
        return underWay.getOrDefault(one.address(), 1);
    }

    /** A request that may be ended, of an {@link AddressKey}, under way since then in nanoseconds. */
    record Candidate<R>(R request, String address, long since) {}
}
