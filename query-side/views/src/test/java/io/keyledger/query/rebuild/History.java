package io.keyledger.query.rebuild;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.view.row.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;

/** Events in the order of a store, numbered as an aggregate numbers them. */
public final class History {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00.123Z");

    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Recorded> events = new ArrayList<>();

    /** One more event, of a command of its own. */
    public History add(String aggregateId, DomainEvent event) {
        return add(aggregateId, event, "command-" + events.size());
    }

    /** One more event of the command. */
    public History add(String aggregateId, DomainEvent event, String command) {
        var sequence = sequences.merge(aggregateId, 0L, (last, first) -> last + 1);
        var metaData = MetaData.with("correlationId", command)
                .and("actor_kind", "user")
                .and("actor_id", "u1")
                .and("actor_name", "ada@example.com")
                .and("client_id", "client");
        var position = events.size();
        events.add(new Recorded(
                event, aggregateId, sequence, START.plusSeconds(position), "event-" + position, position, metaData));
        return this;
    }

    /** All of them. */
    public List<Recorded> events() {
        return List.copyOf(events);
    }
}
