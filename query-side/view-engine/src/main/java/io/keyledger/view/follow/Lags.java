package io.keyledger.view.follow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** How far each view and the directory of apps of this node are behind the events, measured every second. */
public final class Lags implements SmartLifecycle {
    /** How many heads that not all followers have reached are remembered: the oldest ones, which give the age. */
    private static final int MOST_HEADS = 1000;

    private static final Logger log = LoggerFactory.getLogger(Lags.class);

    private final EventStore events;
    private final Supplier<Stream<Follower>> followers;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanos;
    private final Map<String, Move> moves = new HashMap<>();
    private final Deque<Head> unreached = new ArrayDeque<>();
    private volatile Map<String, Lag> lags = Map.of();
    private @Nullable ScheduledFuture<?> looking;

    Lags(EventStore events, Supplier<Stream<Follower>> followers, ScheduledExecutorService timer) {
        this(events, followers, timer, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    Lags(EventStore events, Supplier<Stream<Follower>> followers, ScheduledExecutorService timer, LongSupplier nanos) {
        this.events = events;
        this.followers = followers;
        this.timer = timer;
        this.nanos = nanos;
    }

    /** By name of the view, as of the last measurement. */
    public Map<String, Lag> all() {
        return lags;
    }

    /** Of one view; {@link Lag#NONE} for an unknown name. */
    public Lag of(String view) {
        return lags.getOrDefault(view, Lag.NONE);
    }

    /** Names of all views and other followers, whether they have begun or not. */
    public Stream<String> names() {
        return followers.get().flatMap(follower -> follower.positions().keySet().stream());
    }

    /** Measures now. */
    synchronized void look() {
        var now = nanos.getAsLong();
        var token = events.createHeadToken();
        var head = token == null ? -1 : token.position().orElse(-1);
        if (unreached.size() < MOST_HEADS
                && (unreached.isEmpty() || unreached.getLast().position() < head)) {
            unreached.add(new Head(head, now));
        }
        var positions = new TreeMap<String, Long>();
        followers.get().forEach(follower -> positions.putAll(follower.positions()));
        var current = new TreeMap<String, Lag>();
        positions.forEach((view, position) -> current.put(view, lag(view, head, position, now)));
        lags = current;
        var last = positions.values().stream().min(Long::compare).orElse(head);
        unreached.removeIf(old -> old.position() <= last);
    }

    private Lag lag(String view, long head, long position, long now) {
        var move = moves.merge(
                view,
                new Move(position, now),
                (old, fresh) -> old.position() == position && position < head ? old : fresh);
        var age = unreached.stream()
                .filter(missed -> missed.position() > position)
                .map(missed -> Duration.ofNanos(now - missed.seenAt()))
                .findFirst();
        return new Lag(Math.max(0, head - position), age.orElse(Duration.ZERO), Duration.ofNanos(now - move.at()));
    }

    private void lookAgain() {
        try {
            look();
        } catch (Throwable e) {
            log.debug("The lag of the views is not known.", e);
        }
    }

    @Override
    public void start() {
        lookAgain();
        looking = timer.scheduleWithFixedDelay(this::lookAgain, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    /** Started after the views, stopped before them. */
    @Override
    public int getPhase() {
        return Phase.INBOUND_EVENT_CONNECTORS + 1;
    }

    /**
     * How far a view is behind.
     *
     * @param events positions between the view and the newest event: as many events, or fewer where positions have gaps
     * @param age    how long the oldest of them has been waiting, as far as this node has seen
     * @param still  how long the view has not moved while it was behind, as far as this node has seen
     */
    public record Lag(long events, Duration age, Duration still) {
        static final Lag NONE = new Lag(0, Duration.ZERO, Duration.ZERO);

        /** A view that is behind and does not move for so long is taken for one that hangs. */
        private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

        /** Whether it is behind and has not moved for a minute. */
        public boolean hangs() {
            return events > 0 && still.compareTo(LONGEST_PAUSE) >= 0;
        }
    }

    private record Move(long position, long at) {}

    private record Head(long position, long seenAt) {}
}
