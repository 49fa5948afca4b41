package io.keyledger.view.follow;

import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.ViewsDatabase;
import java.util.List;

/**
 * Turns events into a view. Called with events in the order of the store, by one thread of one node at a time; after a
 * crash some events come a second time, and the view must be the same then.
 */
public interface Projection {
    /** Whether events of the class matter to it. */
    boolean concerns(Class<?> eventType);

    /**
     * Takes events in; when it returns, the view shows them.
     *
     * @param views where the view is kept: while it is rebuilt there are two of it
     */
    void apply(ViewsDatabase views, List<Recorded> events);
}
