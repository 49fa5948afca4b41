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

/** One view on this node: every generation of it that somebody reads, or will read, has its processor. */
final class ViewKeeper {
    /** When something has been seen for so long on one node, all nodes know it. */
    static final Duration KNOWN = Routes.LEASE.multipliedBy(2);

    private final View view;
    private final Routes routes;
    private final Rebuild rebuild;
    private final Function<Generation, ViewProcessor> maker;
    private final Map<Integer, ViewProcessor> processors = new ConcurrentHashMap<>();
    private final FirstSeen seen = new FirstSeen();

    ViewKeeper(View view, Routes routes, Rebuild rebuild, Function<Generation, ViewProcessor> maker) {
        this.view = view;
        this.routes = routes;
        this.rebuild = rebuild;
        this.maker = maker;
    }

    View view() {
        return view;
    }

    /** Starts and stops what the routes ask for, and takes a rebuild further. By one thread, again and again. */
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
        processor(read(all)).start();
        var coming = all.coming(view.version());
        if (coming != null && (coming.state() == State.JOINED || seen.isLonger(coming, KNOWN))) {
            processor(coming).start();
            rebuild.advance(view, coming, processor(coming), seen);
        }
        rebuild.tidy(view, all, processors.keySet(), seen);
    }

    /** Other nodes may still read one that is replaced: it is followed until they all know. */
    private boolean isAtWork(Generations all, int number) {
        return all.all().stream()
                .filter(one -> one.number() == number && one.version() == view.version())
                .anyMatch(one -> one.state() == State.REPLACED
                        ? one.equals(all.read(view.version())) || !seen.isLonger(one, KNOWN.multipliedBy(2))
                        : one.state() != State.ABANDONED);
    }

    /** Whether the view shows all events up to that one, also when it is switched this very moment. */
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

    /** Position of the last event that is in the generation under way; null when there is none. */
    @Nullable
    Long comingPosition() {
        var coming = generations().coming(view.version());
        return coming == null ? null : (Long) processor(coming).position();
    }

    void stop() {
        processors.values().forEach(ViewProcessor::stop);
    }

    private Generations generations() {
        return routes.of(view.name());
    }

    private Generation read(Generations all) {
        return Objects.requireNonNull(all.read(view.version()));
    }

    /** One that is not started knows from the database how far another node is. */
    private ViewProcessor processor(Generation generation) {
        return processors.computeIfAbsent(generation.number(), number -> maker.apply(generation));
    }
}
