package io.keyledger.command.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What events about to be appended follow. None gets an earlier moment: the clock was set back, or is that of another
 * node. But for one far ahead of the clock, which would give its moment to all that happens until then: that one is
 * followed by the events of its own aggregate alone, whose past is read in the order of its moments.
 *
 * @param newest       of all events; {@link Instant#MIN} for an empty store
 * @param ofAggregates of the last event of each aggregate that has one
 */
record Moments(Instant newest, Map<String, Instant> ofAggregates) {
    /** More than a clock is wrong by that was set to another time zone. */
    static final Duration FAR = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(Moments.class);

    /** The event, later if need be. */
    DomainEventMessage<?> follow(DomainEventMessage<?> event) {
        var now = event.getTimestamp();
        var isFar = newest.isAfter(now.plus(FAR));
        if (isFar) {
            log.warn("The newest event has the time {}, while it is {}: others do not follow it", newest, now);
        }
        var before =
                later(ofAggregates.getOrDefault(event.getAggregateIdentifier(), Instant.MIN), isFar ? now : newest);
        return now.isBefore(before) ? at(before, event) : event;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> DomainEventMessage<T> at(Instant moment, DomainEventMessage<T> event) {
        return new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(), event, () -> moment);
    }
}
