package io.keyledger.view.follow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts how often a thread that follows the events failed and began again, by its name: {@code
 * keyledger.follower.failures}.
 */
public final class FollowerFailures {
    private final MeterRegistry registry;

    public FollowerFailures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The follower has failed once more. */
    public void count(String follower) {
        Counter.builder("keyledger.follower.failures")
                .description("Failures after which a view or the directory of apps began again")
                .tag("follower", follower)
                .register(registry)
                .increment();
    }
}
