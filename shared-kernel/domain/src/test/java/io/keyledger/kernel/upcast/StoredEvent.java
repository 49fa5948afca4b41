package io.keyledger.kernel.upcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;

/**
 * A row of the table of events, as far as it says what happened.
 *
 * @param word     of the column payload_type
 * @param revision of the column payload_revision
 * @param json     of the column payload
 */
record StoredEvent(String word, String revision, String json) {
    private static final EventSerializer SERIALIZER = EventSerializer.ofPublishedEvents();

    /** As an event is stored. */
    static StoredEvent of(Object event) {
        var stored = SERIALIZER.serialize(event, byte[].class);
        return new StoredEvent(
                stored.getType().getName(), stored.getType().getRevision(), new String(stored.getData(), UTF_8));
    }

    /** Whether events are stored in this form now, not only read. */
    boolean isOfToday() {
        return SERIALIZER.classForType(entry().getPayload().getType()).isRecord();
    }

    /** As the engine reads it: through the upcasters, then through the serializer. */
    Object read() {
        var events = Upcasters.chain().upcast(Stream.of(new InitialEventRepresentation(entry(), SERIALIZER)));
        return SERIALIZER.deserialize(events.findFirst().orElseThrow().getData());
    }

    private GenericDomainEventEntry<byte[]> entry() {
        return new GenericDomainEventEntry<>(
                "Any",
                "any",
                0,
                "event",
                Instant.EPOCH.toString(),
                word,
                revision,
                json.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
    }
}
