package io.keyledger.view.follow;

import io.keyledger.view.store.SetAside;
import io.keyledger.view.store.SetAsideEvent;
import io.keyledger.view.store.StoreFailures;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Runs a projection: one node at a time follows the events and passes all that are available, up to 500 or what weighs
 * as much as a batch may, in one batch. Axon's own processors begin a batch with the first event they see, so that two
 * events of one command become two batches. An event that the view cannot show is set aside, and the view goes on.
 */
final class ViewProcessor {
    private static final Logger log = LoggerFactory.getLogger(ViewProcessor.class);
    private static final int BATCH = 500;

    /** Axon's stream may miss a call between its look and its sleep: then an event is handled this much later. */
    private static final int IDLE_MILLIS = 50;

    /** Most that the events of a batch weigh, and the rows that it reads, in characters. */
    private static final long MOST_WEIGHT = 1 << 20;

    /** How often the view begins again at an event that there is not enough memory for, before it is set aside. */
    private static final int MOST_SHORTAGES = 4;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration SECOND_TRY = Duration.ofMillis(200);
    private static final Duration SAME_REASON = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final View view;
    private final ViewPosition position;
    private final String generation;
    private final Tools tools;
    private final EventStore events;
    private final ViewsDatabase views;
    private final Runnable advanced;
    private final Lock atWork = new ReentrantLock();
    private final Thread thread;
    private volatile boolean stopped;
    private String told = "";
    private String lastReason = "";
    private long lastAsideAt;
    private int shortages;

    /**
     * Does nothing until it is started.
     *
     * @param generation name of the position of the generation that it writes to
     * @param views      that generation
     */
    ViewProcessor(
            View view, String generation, ViewPosition position, Tools tools, ViewsDatabase views, Runnable advanced) {
        this.view = view;
        this.generation = generation;
        this.position = position;
        this.tools = tools;
        this.events = tools.events();
        this.views = views;
        this.advanced = advanced;
        this.thread = Thread.ofPlatform().name("view-" + view.name()).daemon().unstarted(this::run);
    }

    /** Starts the thread; further calls do nothing, nor does one after the stop. */
    void start() {
        if (thread.getState() != Thread.State.NEW) {
            return; // at work perhaps, which is not waited for
        }
        atWork.lock();
        try {
            if (!stopped) {
                thread.start();
            }
        } finally {
            atWork.unlock();
        }
    }

    /** Stops after the batch under way. The thread is interrupted only while it has nothing to do with the views. */
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

    /** Waits for it to end, for some seconds; not for one that never began. */
    static void join(Thread ending) {
        try {
            if (ending.getState() != Thread.State.NEW) {
                ending.join(LONGEST_STOP);
            }
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
        var pause = PAUSE;
        while (!stopped) {
            try {
                var failure = followUntilFailure();
                pause = failure == null || StoreFailures.isForNow(failure) ? PAUSE : longer(pause);
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                log.debug("The view {} is to stop", view.name()); // asked for by stop(), else it goes on
            } catch (Throwable e) {
                log.debug("The failure of the view {} could not be told", view.name(), e);
            }
        }
        leave();
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Any failure, an Error too: a thread that ends silently leaves a view behind for ever. */
    private @Nullable Throwable followUntilFailure() throws InterruptedException {
        try {
            follow(claim());
            return null;
        } catch (InterruptedException e) {
            throw e;
        } catch (UnableToClaimTokenException e) {
            position.lose();
            return null;
        } catch (Throwable e) {
            if (!stopped) {
                tools.failures().count(view.name());
                tell(e);
            }
            return e;
        }
    }

    private @Nullable TrackingToken claim() throws InterruptedException {
        atWork.lockInterruptibly();
        try {
            return position.claim(events::createTailToken);
        } finally {
            atWork.unlock();
        }
    }

    /** Once per failure: it is tried again, and may stay for long. */
    private void tell(Throwable e) {
        var text = e.toString();
        if (text.equals(told)) {
            log.debug("The view {} fails again: {}", view.name(), text);
        } else {
            log.warn("The view {} begins again at its stored position, until that succeeds", view.name(), e);
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
        var batch = new ArrayList<ReadEvent>();
        TrackedEventMessage<?> last;
        int read = 0;
        long weight = 0;
        do {
            last = stream.nextAvailable();
            var one = last instanceof DomainEventMessage<?> message
                    ? ReadEvent.of(message, last.trackingToken(), view.projection())
                    : null;
            if (one != null) {
                batch.add(one);
                weight += one.weight();
            }
        } while (++read < BATCH && weight < MOST_WEIGHT && stream.hasNextAvailable());
        var end = last.trackingToken();
        if (batch.isEmpty()) {
            position.moveTo(end);
        } else {
            show(batch, end);
        }
        told = "";
        shortages = 0;
        advanced.run();
    }

    /**
     * Shows the events, those that fail together in halves, until the ones that fail alone are found.
     *
     * @param end the position then
     */
    private void show(List<ReadEvent> batch, TrackingToken end) throws InterruptedException {
        var failure = tryToShow(batch, end);
        if (failure == null) {
            return;
        }
        if (batch.size() == 1) {
            showAlone(batch.getFirst(), end, failure);
            return;
        }
        var half = batch.size() / 2;
        show(batch.subList(0, half), batch.get(half - 1).token());
        show(batch.subList(half, batch.size()), end);
    }

    /**
     * Once more after a moment, for what the moment was to blame for; then it is set aside. Memory may be short because
     * of something else, and for longer.
     */
    private void showAlone(ReadEvent event, TrackingToken end, Throwable first) throws InterruptedException {
        var failure = first;
        if (event.recorded() != null && !isOfTheLastReason(failure)) {
            Thread.sleep(SECOND_TRY);
            failure = tryToShow(List.of(event), end);
            lastReason = failure == null ? "" : lastReason;
        }
        if (failure instanceof OutOfMemoryError shortage && shortages++ < MOST_SHORTAGES) {
            throw shortage;
        }
        if (failure != null) {
            setAside(event, end, failure);
        }
    }

    /** Whether an event was set aside for the same reason a moment ago: many of them are not each waited for. */
    private boolean isOfTheLastReason(Throwable failure) {
        return ReadEvent.reason(failure).equals(lastReason) && System.nanoTime() - lastAsideAt < SAME_REASON.toNanos();
    }

    /** Null when all are shown. The failure of a store is thrown: it says nothing about the events. */
    private @Nullable Throwable tryToShow(List<ReadEvent> batch, TrackingToken end) {
        var unreadable = batch.stream().filter(one -> one.recorded() == null).findFirst();
        if (unreadable.isPresent()) {
            return unreadable.get().failure();
        }
        var recorded = batch.stream().map(ReadEvent::recorded).toList();
        var limited = batch.size() == 1 ? views : views.limitedTo(MOST_WEIGHT);
        try {
            views.batches().executeInTransaction(() -> {
                view.projection().apply(limited, recorded);
                position.moveTo(end);
            });
            return null;
        } catch (Throwable e) {
            if (stopped || StoreFailures.isForNow(e)) {
                throw e;
            }
            return e;
        }
    }

    private void setAside(ReadEvent event, TrackingToken end, Throwable failure) {
        var aside = event.aside(failure, tools.clock().instant());
        views.batches().executeInTransaction(() -> {
            position.extend();
            tools.setAside().add(generation, aside);
            mark(event, aside);
            position.moveTo(end);
        });
        lastReason = aside.reason();
        lastAsideAt = System.nanoTime();
        log.error(
                "The view {} goes on without the event at position {} ({}, {} {} sequence {}): {}",
                view.name(),
                aside.position(),
                aside.word(),
                aside.aggregateType(),
                aside.aggregateId(),
                aside.sequence(),
                aside.reason());
        log.debug("The event at position {} failed", aside.position(), failure);
    }

    private void mark(ReadEvent event, SetAsideEvent aside) {
        try {
            view.projection().mark(views, aside, event.metaData(), event.at());
        } catch (Throwable e) {
            if (StoreFailures.isForNow(e)) {
                throw e;
            }
            log.error("The view {} has no mark for it: {}", view.name(), ReadEvent.reason(e));
        }
    }

    /** An interrupt would close the file of the embedded views: none comes while this has the lock. */
    private void leave() {
        atWork.lock();
        try {
            log.debug("The view {} is left, interrupted: {}", view.name(), Thread.interrupted());
            position.leave();
        } catch (RuntimeException e) {
            log.warn("The view {} could not be left to other nodes: {}", view.name(), e.getMessage());
        } finally {
            atWork.unlock();
        }
    }

    /**
     * What every processor needs besides its view.
     *
     * @param events   the store
     * @param clock    says when an event was set aside
     * @param setAside where it is put
     * @param failures counts when it begins again
     */
    record Tools(EventStore events, Clock clock, SetAside setAside, FollowerFailures failures) {}
}
