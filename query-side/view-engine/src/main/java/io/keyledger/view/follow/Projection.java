package io.keyledger.view.follow;

import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.SetAsideEvent;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into a view. Called with events in the order of the store, by one thread of one node at a time; after a
 * crash some events come a second time, and must not change the view again.
 */
public interface Projection {
    /** Whether the view handles events of the class. */
    boolean concerns(Class<?> eventType);

    /**
     * Takes events in; when it returns, the view shows them.
     *
     * @param views the generation of the view to write to: during a rebuild there are two
     */
    void apply(ViewsDatabase views, List<Recorded> events);

    /**
     * Leaves a mark where a reader would look for an event that is set aside, which is no longer passed to this view.
     * Most views have no such place.
     *
     * @param metaData of the event; none when they cannot be read
     * @param at       when it was recorded; null when that cannot be read
     */
    default void mark(ViewsDatabase views, SetAsideEvent event, MetaData metaData, @Nullable Instant at) {}
}
