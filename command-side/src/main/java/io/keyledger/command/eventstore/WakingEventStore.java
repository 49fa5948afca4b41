package io.keyledger.command.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's event store, whose streams call back when there is something to read. Without that a pooled processor looks every
 * 500 ms, and every caller who reads what he has just written would wait for it.
 */
final class WakingEventStore extends EmbeddedEventStore {
    /** How late, in milliseconds, an event of another node is seen at most; those of this node are seen at once. */
    private static final long FETCH_DELAY = 100;

    private static final int CACHED_EVENTS = 1000;
    private static final long PAUSE_AFTER_FAILURE = 1000;
    private static final Logger log = LoggerFactory.getLogger(WakingEventStore.class);

    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final Thread bell = Thread.ofPlatform().name("event-bell").daemon().unstarted(this::watch);

    private volatile Consumer<List<? extends EventMessage<?>>> appended = events -> {};

    private WakingEventStore(Builder builder) {
        super(builder);
    }

    static WakingEventStore over(EventStorageEngine storage) {
        return over(storage, FETCH_DELAY);
    }

    static WakingEventStore over(EventStorageEngine storage, long fetchDelay) {
        var builder = EmbeddedEventStore.builder();
        builder.storageEngine(storage).fetchDelay(fetchDelay).cachedEvents(CACHED_EVENTS);
        return new WakingEventStore(builder);
    }

    /** From now on the callback gets what has been committed. */
    void onAppended(Consumer<List<? extends EventMessage<?>>> callback) {
        appended = callback;
    }

    /** Every event passes here once, and afterwards once for each unit of work that is nested in its own. */
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        var all = List.copyOf(events);
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(u -> appended.accept(all));
        } else {
            appended.accept(all);
        }
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new WakingStream(super.openStream(token), this);
    }

    @Override
    public void shutDown() {
        bell.interrupt();
        super.shutDown();
    }

    /** From now on the callback runs whenever an event has become readable. */
    void wake(Runnable callback) {
        waiting.add(callback);
        if (watched.compareAndSet(false, true)) {
            bell.start();
        }
        callback.run();
    }

    void forget(Runnable callback) {
        waiting.remove(callback);
    }

    private void watch() {
        try {
            while (!Thread.interrupted()) {
                ringUntilFailure();
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ringUntilFailure() throws InterruptedException {
        try (var stream = super.openStream(createHeadToken())) {
            while (true) {
                waiting.forEach(Runnable::run);
                stream.nextAvailable();
            }
        } catch (RuntimeException e) {
            log.warn("New events cannot be read: {}", e.getMessage());
        }
    }
}
