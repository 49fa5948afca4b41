package io.keyledger.view.row;

import io.keyledger.kernel.DomainEvent;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/**
 * An event as it is stored.
 *
 * @param event       the payload
 * @param aggregateId the aggregate it belongs to
 * @param sequence    its place among that aggregate's events, from 0
 * @param at          when it was recorded
 * @param id          id of the event
 * @param position    its place among all events, which grows from each to the next, with gaps; -1 when it was read by
 *                    aggregate
 * @param metaData    actor and origin; see {@link io.keyledger.kernel.MetaKey}
 */
public record Recorded(
        DomainEvent event, String aggregateId, long sequence, Instant at, String id, long position, MetaData metaData) {
    public static Recorded of(DomainEventMessage<?> message) {
        return new Recorded(
                (DomainEvent) message.getPayload(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                message.getTimestamp(),
                message.getIdentifier(),
                position(message),
                message.getMetaData());
    }

    private static long position(DomainEventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }
}
