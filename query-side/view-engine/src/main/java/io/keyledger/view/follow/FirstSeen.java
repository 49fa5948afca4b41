package io.keyledger.view.follow;

import io.keyledger.view.store.Generation;
import io.keyledger.view.store.Generation.State;
import io.keyledger.view.store.Generations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Since when this node has seen each generation of a view in its present state, by its own monotonic clock. */
final class FirstSeen {
    private final Map<Seen, Long> first = new HashMap<>();

    /** Takes in the generations and states there are now. */
    void see(Generations all) {
        var now = all.all().stream().map(Seen::of).collect(Collectors.toSet());
        first.keySet().retainAll(now);
        now.forEach(one -> first.putIfAbsent(one, System.nanoTime()));
    }

    /** Whether the generation has been in its state for longer than the age, as far as this node has seen. */
    boolean isLonger(Generation generation, Duration age) {
        var since = first.get(Seen.of(generation));
        return since != null && System.nanoTime() - since >= age.toNanos();
    }

    private record Seen(int number, State state) {
        static Seen of(Generation generation) {
            return new Seen(generation.number(), generation.state());
        }
    }
}
