package io.keyledger.view.row;

import java.util.List;

/** Knows what the events of one feature change. Made of one switch over the feature's sealed events, without a default. */
public interface Changes {
    /** Whether events of the class are the feature's. */
    boolean concerns(Class<?> eventType);

    /** What the event changes; empty when nobody can see it. */
    List<Change> of(Recorded recorded);
}
