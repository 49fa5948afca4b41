package io.keyledger.http.connection;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which requests, or idle connections, end first when others find no room: the oldest of the address that has most. None of
 * an address that has fewer than the average ends, and of one that has few only what is old.
 */
final class EvictionOrder {
    /** What a browser opens to one server. */
    private static final int OF_A_BROWSER = 6;

    /** Whoever has no more than such a part takes nobody's room by their number. */
    private static final int FEW_PART = 50;

    /** How long a request takes at most that is neither withheld nor busy, and how long a connection may be idle at least. */
    static final Duration SOON = Duration.ofSeconds(2);

    private EvictionOrder() {}

    /**
     * Those to end, at most that many.
     *
     * @param room       how many there may be of all addresses
     * @param candidates what may be ended at all
     * @param all        how many each address has, whether these may be ended or not
     * @param now        in nanoseconds, as {@link Candidate#since}
     */
    static <W> List<Candidate<W>> first(
            int count, int room, Collection<Candidate<W>> candidates, Map<String, Integer> all, long now) {
        var sum = all.values().stream().mapToInt(Integer::intValue).sum();
        var few = few(room);
        var average = all.isEmpty() ? 0 : sum / all.size();
        return candidates.stream()
                .filter(one -> numberOf(one, all) >= average)
                .filter(one -> numberOf(one, all) > few || now - one.since() > SOON.toNanos())
                .sorted(Comparator.comparingInt((Candidate<W> one) -> -numberOf(one, all))
                        .thenComparingLong(Candidate::since))
                .limit(count)
                .toList();
    }

    /** How many an address may have without being one of those that crowd others out. */
    static int few(int room) {
        return Math.max(OF_A_BROWSER, room / FEW_PART);
    }

    private static int numberOf(Candidate<?> one, Map<String, Integer> all) {
        return all.getOrDefault(one.address(), 1);
    }

    /** What may be ended, of an {@link AddressKey}, under way or idle since then in nanoseconds. */
    record Candidate<W>(W what, String address, long since) {}
}
