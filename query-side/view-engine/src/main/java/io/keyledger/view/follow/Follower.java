package io.keyledger.view.follow;

import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;

/**
 * A component of this node that follows the event stream and that callers may read right after their write: a view, the
 * directory of apps. A write is answered when every follower has reached it.
 */
public interface Follower {
    /** For logs and metrics. */
    String name();

    /** Whether all events up to and including that head of the store have been handled. */
    boolean hasReached(TrackingToken head);

    /**
     * Position of the last event handled, -1 before the first: one for each part with a position of its own, by name.
     */
    Map<String, Long> positions();
}
