package io.keyledger.view.follow;

import io.keyledger.view.store.SetAsideEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds views from all events into a second generation: reads and writes go on, and a half-built view is never read.
 * Projections only read events; reactions and deliveries are not run again.
 */
public final class Rebuilds {
    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

    private static final int MOST_SHOWN = 100;

    private final ViewProcessors views;
    private final EventStore events;

    Rebuilds(ViewProcessors views, EventStore events) {
        this.views = views;
        this.events = events;
    }

    /** Every view by its name, with the rebuild under way on any node. */
    public Map<String, View> all() {
        var rebuilt = rebuilt();
        var all = new TreeMap<String, View>();
        views.keepers().forEach(keeper -> {
            var name = keeper.view().name();
            all.put(
                    name,
                    new View(
                            keeper.generation(),
                            keeper.position(),
                            rebuilt.get(name),
                            views.countSetAside(name),
                            views.setAside(name, MOST_SHOWN)));
        });
        return all;
    }

    /** The rebuilds under way, by view; none when a store cannot be reached. */
    public Map<String, Rebuilt> underWay() {
        try {
            return rebuilt();
        } catch (RuntimeException e) {
            log.debug("It is not known whether views are being rebuilt", e);
            return Map.of();
        }
    }

    private Map<String, Rebuilt> rebuilt() {
        var reached = new TreeMap<String, Long>();
        views.keepers().forEach(keeper -> {
            var position = keeper.comingPosition();
            if (position != null) {
                reached.put(keeper.view().name(), position);
            }
        });
        var all = new TreeMap<String, Rebuilt>();
        if (!reached.isEmpty()) {
            var head = head();
            reached.forEach((name, position) -> all.put(name, Rebuilt.of(position, head)));
        }
        return all;
    }

    private long head() {
        var head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** How many events each view could not show, those alone that have some; none when a store cannot be reached. */
    public Map<String, Long> setAside() {
        var all = new TreeMap<String, Long>();
        try {
            views.keepers().map(keeper -> keeper.view().name()).forEach(name -> {
                var count = views.countSetAside(name);
                if (count > 0) {
                    all.put(name, count);
                }
            });
        } catch (RuntimeException e) {
            log.debug("It is not known which events are set aside", e);
        }
        return all;
    }

    /** The names of all views. */
    public Stream<String> names() {
        return views.positions().keySet().stream();
    }

    /** Begins the rebuild of a view. */
    public Outcome begin(String name) {
        return views.keepers()
                .map(ViewKeeper::view)
                .filter(view -> view.name().equals(name))
                .findFirst()
                .map(view -> views.rebuild(view) ? Outcome.BEGUN : Outcome.UNDER_WAY)
                .orElse(Outcome.UNKNOWN);
    }

    /** The result of a request to rebuild. */
    public enum Outcome {
        BEGUN,
        /** A rebuild is under way already, or a generation of another release is the one that is read. */
        UNDER_WAY,
        UNKNOWN
    }

    /**
     * The state of a view.
     *
     * @param generation the one that is read: its number grows with every rebuild
     * @param position   of the last event that it shows; -1 before the first
     * @param rebuild    the one under way, or null
     * @param setAside   how many events it could not show: a rebuild tries them again
     * @param firstSetAside the first {@value #MOST_SHOWN} of them
     */
    public record View(
            int generation,
            long position,
            @Nullable Rebuilt rebuild,
            long setAside,
            List<SetAsideEvent> firstSetAside) {
        public View {
            firstSetAside = List.copyOf(firstSetAside);
        }
    }

    /**
     * The progress of a rebuild.
     *
     * @param position of the last event that it has handled; -1 before the first
     * @param head     position of the last event of the store; -1 when it has none
     * @param done     the fraction done, from 0 to 1; approximate, because positions have gaps
     */
    public record Rebuilt(long position, long head, double done) {
        static Rebuilt of(long position, long head) {
            return new Rebuilt(position, head, Math.clamp((position + 1.0) / Math.max(1.0, head + 1.0), 0, 1));
        }
    }
}
