package io.keyledger.view.follow;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.view.row.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The events of one aggregate, read from the event store: up to date even when the views lag. */
public final class Histories {
    private static final Duration PRESENT = Duration.ofSeconds(5);

    private final EventStore events;

    public Histories(EventStore events) {
        this.events = events;
    }

    /**
     * The events up to and including the instant, in order; none when there is no such aggregate. Events later than now
     * were recorded before the clock was set back: whoever asks for the present, give or take five seconds, gets them.
     */
    public List<Recorded> of(String aggregateId, Instant until, Instant now) {
        var ofThePresent = !until.isBefore(now.minus(PRESENT));
        return events.readEvents(aggregateId, 0)
                .asStream()
                .takeWhile(event -> !event.getTimestamp().isAfter(until)
                        || (ofThePresent && event.getTimestamp().isAfter(now)))
                .filter(Histories::isOurs)
                .<Recorded>map(Recorded::of)
                .toList();
    }

    private static boolean isOurs(DomainEventMessage<?> event) {
        return DomainEvent.class.isAssignableFrom(event.getPayloadType());
    }
}
