package io.keyledger.view.follow;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.view.row.Recorded;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The events of one aggregate, read from the event store: up to date even when the views lag. */
public final class Histories {
    private final EventStore events;

    public Histories(EventStore events) {
        this.events = events;
    }

    /**
     * The events up to and including the instant, in order; none when there is no such aggregate. Reading stops at the
     * first event after the instant, so that the result is a state the aggregate was in even where a clock that was set
     * back gave a later event an earlier time.
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
