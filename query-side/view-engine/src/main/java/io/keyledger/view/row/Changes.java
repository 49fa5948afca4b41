package io.keyledger.view.row;

import io.keyledger.kernel.DomainEvent;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Maps the events of one feature to changes. Made of one switch over the feature's sealed events, without a default.
 */
public interface Changes {
    /** Whether events of the class are the feature's. */
    boolean concerns(Class<?> eventType);

    /** What the event changes; empty when it changes no resource of the API. */
    List<Change> of(Recorded recorded);

    /**
     * For the events of one sealed hierarchy.
     *
     * @param changes made of one switch over the hierarchy
     */
    static <E extends DomainEvent> Changes by(Class<E> hierarchy, BiFunction<E, Recorded, List<Change>> changes) {
        return new Changes() {
            @Override
            public boolean concerns(Class<?> eventType) {
                return hierarchy.isAssignableFrom(eventType);
            }

            @Override
            public List<Change> of(Recorded recorded) {
                return changes.apply(hierarchy.cast(recorded.event()), recorded);
            }
        };
    }

    /** The union of the parts' changes. */
    static Changes together(Changes... parts) {
        return new Changes() {
            @Override
            public boolean concerns(Class<?> eventType) {
                return Stream.of(parts).anyMatch(part -> part.concerns(eventType));
            }

            @Override
            public List<Change> of(Recorded recorded) {
                return Stream.of(parts)
                        .filter(part -> part.concerns(recorded.event().getClass()))
                        .flatMap(part -> part.of(recorded).stream())
                        .toList();
            }
        };
    }
}
