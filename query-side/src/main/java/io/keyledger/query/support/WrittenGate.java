package io.keyledger.query.support;

import io.keyledger.kernel.web.Follower;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Holds an answer back until whoever reads next finds what was written. */
public final class WrittenGate {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long FIRST_LOOK_NANOS = 100_000;
    private static final long RAREST_LOOK_NANOS = 1_000_000;

    private final EventStore events;
    private final Supplier<Stream<Follower>> followers;

    WrittenGate(EventStore events, Supplier<Stream<Follower>> followers) {
        this.events = events;
        this.followers = followers;
    }

    /** Waits until all followers of this node have handled what is in the store now; false after two seconds. */
    public boolean await() {
        return await(LONGEST);
    }

    boolean await(Duration longest) {
        var head = events.createHeadToken();
        if (head == null) {
            return true;
        }
        var deadline = System.nanoTime() + longest.toNanos();
        var pause = FIRST_LOOK_NANOS;
        while (!allHaveReached(head)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(RAREST_LOOK_NANOS, pause * 2);
        }
        return true;
    }

    private boolean allHaveReached(TrackingToken head) {
        return followers.get().allMatch(follower -> follower.hasReached(head));
    }
}
