package io.keyledger.view.follow;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Holds an answer back until whoever reads next finds what was written. */
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
            return false; // what was written is written, even when the store has gone since
        }
        if (head == null) {
            return true;
        }
        var all = followers.get().toList();
        return progress.await(() -> all.stream().allMatch(follower -> follower.hasReached(head)), longest);
    }
}
