package io.keyledger.command.eventstore;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** A stream whose reader can be woken. */
final class WakingStream implements TrackingEventStream {
    private final TrackingEventStream stream;
    private final WakingEventStore store;
    private @Nullable Runnable callback;

    WakingStream(TrackingEventStream stream, WakingEventStore store) {
        this.stream = stream;
        this.store = store;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable newCallback) {
        callback = newCallback;
        store.wake(newCallback);
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return stream.nextAvailable();
    }

    @Override
    public void close() {
        if (callback != null) {
            store.forget(callback);
        }
        stream.close();
    }
}
