package io.keyledger.view.follow;

import io.keyledger.view.store.Generation;
import io.keyledger.view.store.Generation.State;
import io.keyledger.view.store.Generations;
import io.keyledger.view.store.Routes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** One view on this node: runs a processor for every generation of it that is read or will be. */
final class ViewKeeper {
    /**
     * A state that one node has seen for so long is known to all nodes: they look at least once per
     * {@link Routes#LEASE}.
     */
    static final Duration KNOWN = Routes.LEASE.multipliedBy(2);

    private final View view;
    private final Routes routes;
    private final Rebuild rebuild;
    private final Function<Generation, ViewProcessor> maker;
    private final Map<Integer, ViewProcessor> processors = new ConcurrentHashMap<>();
    private final FirstSeen seen = new FirstSeen();
    private boolean stopped;

    ViewKeeper(View view, Routes routes, Rebuild rebuild, Function<Generation, ViewProcessor> maker) {
        this.view = view;
        this.routes = routes;
        this.rebuild = rebuild;
        this.maker = maker;
    }

    View view() {
        return view;
    }

    /** Starts and stops processors as the routes say, and advances a rebuild. Called by one thread, repeatedly. */
    void look() {
        var all = generations();
        seen.see(all);
        processors.entrySet().removeIf(one -> {
            var isOver = !isAtWork(all, one.getKey());
            if (isOver) {
                one.getValue().stop();
            }
            return isOver;
        });
        start(processor(read(all)));
        var coming = all.coming(view.version());
        if (coming != null && (coming.state() == State.JOINED || seen.isLonger(coming, KNOWN))) {
            start(processor(coming));
            rebuild.advance(view, coming, processor(coming), seen);
        }
        rebuild.tidy(view, all, processors.keySet(), seen);
    }

    /** Other nodes may still read one that is replaced: it is followed until all have seen the switch. */
    private boolean isAtWork(Generations all, int number) {
        return all.all().stream()
                .filter(one -> one.number() == number && one.version() == view.version())
                .anyMatch(one -> one.state() == State.REPLACED
                        ? one.equals(all.read(view.version())) || !seen.isLonger(one, KNOWN.multipliedBy(2))
                        : one.state() != State.ABANDONED);
    }

    /**
     * Whether the view shows all events up to the head, in the generation that is read and in a joined one that may be
     * read next.
     */
    boolean hasReached(TrackingToken head) {
        var all = generations();
        var coming = all.coming(view.version());
        return processor(read(all)).hasReached(head)
                && (coming == null
                        || coming.state() != State.JOINED
                        || processor(coming).hasReached(head));
    }

    /** Position of the last event that the view shows; -1 before the first. */
    long position() {
        return processor(read(generations())).position();
    }

    /** The number of the generation that is read. */
    int generation() {
        return read(generations()).number();
    }

    /** Position of the last event in the generation that a rebuild fills; null when there is none. */
    @Nullable
    Long comingPosition() {
        var coming = generations().coming(view.version());
        return coming == null ? null : (Long) processor(coming).position();
    }

    /** Of a look under way that is not waited for any longer, no processor is started then. */
    private synchronized void start(ViewProcessor processor) {
        if (!stopped) {
            processor.start();
        }
    }

    void stop() {
        synchronized (this) {
            stopped = true;
        }
        processors.values().forEach(ViewProcessor::stop);
    }

    private Generations generations() {
        return routes.of(view.name());
    }

    private Generation read(Generations all) {
        return Objects.requireNonNull(all.read(view.version()));
    }

    /** A processor that is not started looks the position up in the database, where another node stores it. */
    private ViewProcessor processor(Generation generation) {
        return processors.computeIfAbsent(generation.number(), number -> maker.apply(generation));
    }
}
