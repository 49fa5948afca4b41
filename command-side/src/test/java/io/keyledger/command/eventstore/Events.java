package io.keyledger.command.eventstore;

import io.keyledger.command.bus.Counter;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Events for tests of the store. */
final class Events {
    private Events() {}

    static DomainEventMessage<?> event(String id, long sequence) {
        return new GenericDomainEventMessage<>(
                "Counter",
                id,
                sequence,
                new Counter.Increased(id, (int) sequence),
                MetaData.with("actor_id", "tester"));
    }

    static List<DomainEventMessage<?>> stream(String id, int length) {
        var events = new ArrayList<DomainEventMessage<?>>();
        for (int sequence = 0; sequence < length; sequence++) {
            events.add(event(id, sequence));
        }
        return events;
    }
}
