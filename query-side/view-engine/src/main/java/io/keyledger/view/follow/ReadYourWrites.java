package io.keyledger.view.follow;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Delays the answer to a write until reads on any follower of this node show it. */
public final class ReadYourWrites {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final EventStore events;
    private final Supplier<Stream<Follower>> followers;
    private final Progress progress;

    ReadYourWrites(EventStore events, Supplier<Stream<Follower>> followers, Progress progress) {
        this.events = events;
        this.followers = followers;
        this.progress = progress;
    }

    /** Waits until all followers of this node have handled what is in the store now; false after two seconds. */
    public boolean await() {
        return await(LONGEST);
    }

    boolean await(Duration longest) {
        TrackingToken head;
        try {
            head = events.createHeadToken();
        } catch (RuntimeException e) {
            return false; // the write is stored even if the event store cannot be asked now
        }
        if (head == null) {
            return true;
        }
        var all = followers.get().toList();
        return progress.await(() -> all.stream().allMatch(follower -> follower.hasReached(head)), longest);
    }
}
