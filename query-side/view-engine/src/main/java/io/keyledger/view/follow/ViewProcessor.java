package io.keyledger.view.follow;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a projection: one node at a time follows the events and passes all that are available, up to 500, in one batch.
 * Axon's own processors begin a batch with the first event they see, so that two events of one command become two
 * batches.
 */
final class ViewProcessor {
    private static final Logger log = LoggerFactory.getLogger(ViewProcessor.class);
    private static final int BATCH = 500;

    /** Axon's stream may miss a call between its look and its sleep: then an event is handled this much later. */
    private static final int IDLE_MILLIS = 50;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final View view;
    private final ViewPosition position;
    private final EventStore events;
    private final ViewsDatabase views;
    private final Runnable advanced;
    private final Lock atWork = new ReentrantLock();
    private final Thread thread;
    private volatile boolean stopped;
    private String told = "";

    /**
     * Does nothing until it is started.
     *
     * @param views the generation that it writes to
     */
    ViewProcessor(View view, ViewPosition position, EventStore events, ViewsDatabase views, Runnable advanced) {
        this.view = view;
        this.position = position;
        this.events = events;
        this.views = views;
        this.advanced = advanced;
        this.thread = Thread.ofPlatform().name("view-" + view.name()).daemon().unstarted(this::run);
    }

    /** Starts the thread; further calls do nothing. */
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Stops after the batch under way. */
    void stop() {
        atWork.lock();
        try {
            stopped = true;
            thread.interrupt();
        } finally {
            atWork.unlock();
        }
        join(thread);
    }

    static void join(Thread ending) {
        try {
            ending.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the view shows all events up to the head, whichever node holds the claim. */
    boolean hasReached(TrackingToken head) {
        return position.hasReached(head);
    }

    /** Whether this node holds the claim. */
    boolean isHere() {
        return position.isHere();
    }

    /** Position of the last event that the view shows; -1 before the first. */
    long position() {
        return position.number();
    }

    private void run() {
        try {
            while (!stopped) {
                followUntilFailure();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            leave(); // the interrupt was the request to stop
        }
    }

    private void followUntilFailure() throws InterruptedException {
        try {
            follow(position.claim(events::createTailToken));
        } catch (UnableToClaimTokenException e) {
            position.lose();
        } catch (RuntimeException e) {
            if (!stopped) {
                tell(e);
            }
        }
    }

    /** Once per failure: it is tried again every second, and may stay for long. */
    private void tell(RuntimeException e) {
        var text = e.toString();
        if (text.equals(told)) {
            log.debug("The view {} fails again: {}", view.name(), text);
        } else {
            log.warn(
                    "The view {} begins again at its stored position, every second until that succeeds",
                    view.name(),
                    e);
            told = text;
        }
    }

    private void follow(@Nullable TrackingToken from) throws InterruptedException {
        try (var stream = events.openStream(from)) {
            while (!stopped) {
                var isMore = stream.hasNextAvailable(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                atWork.lockInterruptibly();
                try {
                    if (isMore) {
                        take(stream);
                    } else {
                        position.keep();
                    }
                } finally {
                    atWork.unlock();
                }
            }
        }
    }

    private void take(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        var concerned = new ArrayList<Recorded>();
        TrackedEventMessage<?> last;
        int read = 0;
        do {
            last = stream.nextAvailable();
            if (last instanceof DomainEventMessage<?> message && concerns(message.getPayloadType())) {
                concerned.add(Recorded.of(message));
            }
        } while (++read < BATCH && stream.hasNextAvailable());
        var end = last.trackingToken();
        if (concerned.isEmpty()) {
            position.moveTo(end);
        } else {
            views.batches().executeInTransaction(() -> {
                view.projection().apply(views, concerned);
                position.moveTo(end);
            });
        }
        told = "";
        advanced.run();
    }

    private boolean concerns(Class<?> payloadType) {
        return DomainEvent.class.isAssignableFrom(payloadType)
                && view.projection().concerns(payloadType);
    }

    private void leave() {
        try {
            position.leave();
        } catch (RuntimeException e) {
            log.warn("The view {} could not be left to other nodes: {}", view.name(), e.getMessage());
        }
    }
}
