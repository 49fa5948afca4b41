package io.keyledger.view.follow;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.view.row.Recorded;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What happened to one aggregate, straight from the events: complete at once, whatever the views show. */
public final class Histories {
    private final EventStore events;

    public Histories(EventStore events) {
        this.events = events;
    }

    /**
     * The events up to and including the instant, in order; none when there is no such aggregate. One that a clock put back
     * made earlier than its predecessor comes with that one, so that nobody is shown what never was.
     */
    public List<Recorded> of(String aggregateId, Instant until) {
        return events.readEvents(aggregateId)
                .asStream()
                .takeWhile(event -> !event.getTimestamp().isAfter(until))
                .filter(Histories::isOurs)
                .<Recorded>map(Recorded::of)
                .toList();
    }

    private static boolean isOurs(DomainEventMessage<?> event) {
        return DomainEvent.class.isAssignableFrom(event.getPayloadType());
    }
}
