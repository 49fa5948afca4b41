package io.keyledger.authorization.directory;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.StartRefused;
import io.keyledger.view.follow.Follower;
import io.keyledger.view.follow.FollowerFailures;
import io.keyledger.view.follow.Progress;
import io.keyledger.view.store.Positions;
import io.keyledger.view.store.SetAside;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps this node's directory current: loads the view, then follows the events from there by a stream of its own. The
 * node takes requests only when the directory has caught up with the events there were at the start. When the view is
 * rebuilt, it is loaded again. An event that this build cannot read or take in ends the start: it might have revoked a
 * credential. For the same reason rows of a view that has set events aside are not used: all events are read instead.
 */
final class DirectoryFollower implements Follower, SmartLifecycle {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long LOOK_NANOS = 1_000_000;

    /** Axon's stream may miss a call between its look and its sleep: then an event is handled this much later. */
    private static final int LONGEST_WAIT_MILLIS = 50;

    /** How long following pauses at most while a rebuilt view catches up with the directory. */
    private static final Duration LONGEST_WAIT_FOR_VIEW = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFollower.class);

    private final Directory directory;
    private final DirectoryView view;
    private final ViewsDatabase views;
    private final Positions positions;
    private final EventStore events;
    private final Progress progress;
    private final FollowerFailures failures;
    private final SetAside setAside;
    private volatile @Nullable TrackingToken position;
    private String loaded = "";
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    DirectoryFollower(
            Directory directory,
            DirectoryView view,
            ViewsDatabase views,
            Positions positions,
            EventStore events,
            Progress progress,
            FollowerFailures failures) {
        this.directory = directory;
        this.view = view;
        this.views = views;
        this.positions = positions;
        this.events = events;
        this.progress = progress;
        this.failures = failures;
        this.setAside = new SetAside(views);
    }

    @Override
    public String name() {
        return "app-directory";
    }

    @Override
    public boolean hasReached(TrackingToken head) {
        var at = position;
        return at != null && at.covers(head);
    }

    @Override
    public Map<String, Long> positions() {
        var at = position;
        return Map.of(name(), at == null ? -1 : at.position().orElse(-1));
    }

    @Override
    public void start() {
        var head = events.createHeadToken();
        load();
        thread = Thread.ofPlatform().name("app-directory").daemon().start(this::follow);
        var end = Thread.ofPlatform().name("app-directory-end").unstarted(this::stop);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            waitFor(head);
        } finally {
            forget(end);
        }
    }

    /**
     * Spring ends a start that is under way only when it returns, so the end of the process is noticed here: a store
     * that is away may stay away.
     */
    private void waitFor(@Nullable TrackingToken head) {
        while (head != null && !hasReached(head)) {
            if (!isRunning()) {
                throw new IllegalStateException("the start was ended before the directory of apps was complete");
            }
            refuseIfUnreadable();
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            LOG.debug("The process ends already: {}", e.getMessage());
        }
    }

    private void refuseIfUnreadable() {
        var event = directory.unreadable();
        if (event != null) {
            stop();
            throw new StartRefused(event);
        }
    }

    /** Its thread ends by itself, soon: an interrupt while it reads the view would close the file of embedded ones. */
    @Override
    public void stop() {
        stopped = true;
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Started after the views are prepared, before the web server. */
    @Override
    public int getPhase() {
        return Phase.INBOUND_EVENT_CONNECTORS + 1;
    }

    private void load() {
        directory.clear();
        try {
            // the position is read first: an event that the rows have already is applied again without effect, one they
            // miss would be lost
            var now = views.asOfNow();
            loaded = positions.generation(DirectoryView.NAME, now);
            position = positions.of(DirectoryView.NAME, now);
            view.load(now, directory);
            if (!isWhole(loaded)) {
                LOG.warn("The view of the directory of apps has set events aside; all events are read instead.");
                startOver();
            }
        } catch (RuntimeException e) {
            LOG.warn("The view of the directory of apps cannot be read; all events are read instead.", e);
            startOver();
        }
    }

    /** To be asked after the rows were read: an event may be set aside meanwhile. */
    private boolean isWhole(String generation) {
        return setAside.count(generation) == 0;
    }

    private void startOver() {
        directory.clear();
        position = null;
    }

    private void follow() {
        try {
            while (!stopped) {
                followUntilAnyFailure();
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An Error too must not end the thread: the directory would then know of no later revocation. */
    private void followUntilAnyFailure() throws InterruptedException {
        try {
            followUntilFailure();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            failures.count(name());
            LOG.warn("The directory of apps begins again: {}", e.toString());
        }
    }

    private void followUntilFailure() throws InterruptedException {
        try (var stream = events.openStream(position)) {
            while (!stopped) {
                if (stream.hasNextAvailable(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    take(stream.nextAvailable());
                }
                if (!positions.generation(DirectoryView.NAME, views).equals(loaded)) {
                    renew(views.asOfNow());
                }
            }
        } catch (SerializationException e) {
            stopAt(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failures.count(name());
            LOG.warn("New events cannot be read: {}", e.getMessage());
        }
    }

    private void stopAt(String event) {
        if (!event.equals(directory.unreadable())) {
            LOG.error("{}; this node gives no tokens and takes none until it can be read", event);
        }
        directory.stopAt(event);
    }

    /**
     * Loading drops entries that the view does not have, so the view must have caught up first; no event is applied
     * meanwhile.
     */
    private void renew(ViewsDatabase now) throws InterruptedException {
        var generation = positions.generation(DirectoryView.NAME, now);
        if (!isCoveredBy(now)) {
            return;
        }
        loaded = generation;
        if (!isWhole(generation)) {
            LOG.warn("The rebuilt view of the directory of apps has set events aside; it is not used.");
            return;
        }
        view.load(now, directory);
        if (!isWhole(generation)) {
            startOver();
            throw new IllegalStateException(
                    "the view has set an event aside while it was read; all events are read instead");
        }
        LOG.info("The directory of apps is that of the rebuilt view");
    }

    private boolean isCoveredBy(ViewsDatabase now) throws InterruptedException {
        var known = position;
        var end = System.nanoTime() + LONGEST_WAIT_FOR_VIEW.toNanos();
        while (known != null && System.nanoTime() < end) {
            var shown = positions.of(DirectoryView.NAME, now);
            if (shown != null && shown.covers(known)) {
                return true;
            }
            Thread.sleep(LONGEST_WAIT_MILLIS);
        }
        return known == null;
    }

    private void take(TrackedEventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> recorded) {
            apply(recorded, message.trackingToken());
        }
        position = message.trackingToken();
        directory.resume();
        progress.advanced();
    }

    private void apply(DomainEventMessage<?> recorded, TrackingToken at) {
        try {
            if (recorded.getPayload() instanceof DomainEvent event) {
                recorded.getMetaData(); // views need it: when it cannot be read, the event cannot
                directory.apply(event, recorded.getSequenceNumber(), recorded.getTimestamp());
            }
        } catch (SerializationException e) {
            throw e;
        } catch (Throwable e) {
            var place = "The event at position " + at.position().orElse(-1) + ", " + recorded.getType() + " "
                    + recorded.getAggregateIdentifier() + " sequence " + recorded.getSequenceNumber();
            throw new SerializationException(
                    place + " cannot be taken in: " + e.getClass().getName(), e);
        }
    }
}
