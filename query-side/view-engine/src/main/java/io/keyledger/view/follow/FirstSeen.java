package io.keyledger.view.follow;

import io.keyledger.view.store.Generation;
import io.keyledger.view.store.Generation.State;
import io.keyledger.view.store.Generations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Since when this node has known each generation of a view to be what it is: durations need no common clock. */
final class FirstSeen {
    private final Map<Sighting, Long> first = new HashMap<>();

    /** Takes in what there is now. */
    void see(Generations all) {
        var now = all.all().stream().map(Sighting::of).collect(Collectors.toSet());
        first.keySet().retainAll(now);
        now.forEach(one -> first.putIfAbsent(one, System.nanoTime()));
    }

    /** Whether the generation, as it was at the last look, has been that for so long. */
    boolean isLonger(Generation generation, Duration age) {
        var since = first.get(Sighting.of(generation));
        return since != null && System.nanoTime() - since >= age.toNanos();
    }

    private record Sighting(int number, State state) {
        static Sighting of(Generation generation) {
            return new Sighting(generation.number(), generation.state());
        }
    }
}
