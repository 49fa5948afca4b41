package io.keyledger.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.connection.EvictionOrder.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvictionOrderTest {
    private static final int ROOM = 1000;
    private static final long NOW = 1_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final List<Candidate<String>> candidates = new ArrayList<>();
    private final Map<String, Integer> underWay = new HashMap<>();

    @Test
    void theOldestOfTheFullestAddressEndsFirst() {
        slow("full", 30, 1);
        candidates.add(new Candidate<>("full-oldest", "full", NOW - 5 * SECOND));
        slow("other", 10, 9);

        assertThat(first(1)).containsExactly("full-oldest");
        assertThat(first(30)).contains("full-20").doesNotContain("other-1");
    }

    @Test
    void theOnlyRequestOfAnAddressGoesOnWhileThoseOfAFloodAreAllButOneArrived() {
        underWay.put("flood", 900);
        candidates.add(new Candidate<>("flood-1", "flood", NOW));
        slow("quiet", 1, 3);

        assertThat(first(20)).containsExactly("flood-1");
    }

    @Test
    void theOnlyRequestOfAnAddressGoesOnWhileAllOfAFloodAreArrived() {
        underWay.put("flood", 900);
        slow("quiet", 1, 3);

        assertThat(first(20)).isEmpty();
    }

    @Test
    void youngRequestsOfAddressesWithFewGoOn() {
        for (int i = 0; i < 300; i++) {
            slow("few" + i, 3, 0);
        }
        assertThat(first(20)).isEmpty();

        slow("many", EvictionOrder.few(ROOM) + 1, 0);
        assertThat(first(20)).allMatch(one -> one.startsWith("many"));
    }

    @Test
    void aBusyCallerGoesOnBesideManyAddressesWithOneEach() {
        for (int i = 0; i < 900; i++) {
            slow("one" + i, 1, 3);
        }
        slow("busy", 12, 1);

        assertThat(first(50)).hasSize(50).allMatch(one -> one.startsWith("one"));
    }

    @Test
    void slowRequestsOfManyAddressesEndThoughEachHasFew() {
        for (int i = 0; i < 300; i++) {
            slow("few" + i, 3, 3);
        }
        slow("quick", 90, 0);
        candidates.removeIf(one -> one.address().equals("quick"));

        assertThat(first(20)).hasSize(20);
    }

    /** That many candidates, all since so many seconds. */
    private void slow(String address, int number, int seconds) {
        underWay.merge(address, number, Integer::sum);
        for (int i = 1; i <= number; i++) {
            candidates.add(new Candidate<>(address + "-" + i, address, NOW - seconds * SECOND));
        }
    }

    private List<String> first(int count) {
        return EvictionOrder.first(count, ROOM, candidates, underWay, NOW).stream()
                .map(Candidate::what)
                .toList();
    }
}
