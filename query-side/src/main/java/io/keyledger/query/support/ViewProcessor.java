package io.keyledger.query.support;

import java.util.Optional;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A view at work: its processor, and how far it has come on whichever node is at it. */
final class ViewProcessor {
    private final ViewGroup group;
    private final StreamingEventProcessor processor;
    private final Positions positions;
    private final EventStore events;

    ViewProcessor(ViewGroup group, StreamingEventProcessor processor, Positions positions, EventStore events) {
        this.group = group;
        this.processor = processor;
        this.positions = positions;
        this.events = events;
    }

    void start() {
        processor.start();
    }

    void stop() {
        processor.shutDown();
    }

    /** Whether the view shows all that can be read up to that head of the store. */
    boolean hasReached(TrackingToken head) {
        return position()
                .filter(at -> at.covers(head) || (isAsFarAs(at, head) && !hasMoreThan(at)))
                .isPresent();
    }

    /** The numbers of rolled-back transactions stay open in a position for a while; nothing will ever stand there. */
    private static boolean isAsFarAs(TrackingToken position, TrackingToken head) {
        var at = position.position();
        return at.isPresent() && at.getAsLong() >= head.position().orElse(Long.MAX_VALUE);
    }

    private boolean hasMoreThan(TrackingToken position) {
        try (var stream = events.openStream(position)) {
            return stream.hasNextAvailable();
        }
    }

    private Optional<TrackingToken> position() {
        return processor.processingStatus().values().stream()
                .findFirst()
                .map(EventTrackerStatus::getTrackingToken)
                .or(() -> Optional.ofNullable(positions.of(group.name())));
    }
}
