package io.keyledger.command.eventstore;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.published.EventWords;
import io.keyledger.kernel.upcast.UnreadableEvent;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDecorator;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Names the event in the exception when it cannot be read. Asking for the type of an event with an unknown word throws
 * as well: by the type of Axon's placeholder a handler would skip it as an event that it does not handle.
 */
final class StoredPayload<T> extends MessageDecorator<T> {
    private final Supplier<String> place;
    private final boolean hasTime;

    /** @param hasTime whether its time can be read: without one, nothing of the event is given out */
    StoredPayload(Message<T> message, Supplier<String> place, boolean hasTime) {
        super(message);
        this.place = place;
        this.hasTime = hasTime;
    }

    @Override
    public T getPayload() {
        var payload = read(super::getPayload);
        if (!(payload instanceof DomainEvent)) {
            throw unreadable(word(null), "it is no event", null);
        }
        if (!hasTime) {
            throw unreadable(word(null), "its time is none", null);
        }
        return payload;
    }

    @Override
    public Class<T> getPayloadType() {
        var type = super.getPayloadType();
        if (!hasTime || !DomainEvent.class.isAssignableFrom(type)) {
            getPayload();
        }
        return type;
    }

    @Override
    public MetaData getMetaData() {
        return read(super::getMetaData);
    }

    private <P> P read(Supplier<P> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            // Axon's message wraps what the serializer says
            var reason = e.getCause() instanceof SerializationException said ? said : e;
            throw unreadable(word(reason), String.valueOf(reason.getMessage()), e);
        }
    }

    /** What the event is stored as: by its class when it has one, else as the serializer says. */
    private String word(@Nullable Throwable reason) {
        var type = super.getPayloadType();
        return type != null && DomainEvent.class.isAssignableFrom(type)
                ? EventWords.all().getOrDefault(type.asSubclass(DomainEvent.class), type.getSimpleName())
                : reason instanceof UnreadableEvent said ? said.word() : "";
    }

    private UnreadableEvent unreadable(String word, String reason, @Nullable Exception cause) {
        return new UnreadableEvent(word, "The event " + place.get() + " cannot be read: " + reason, cause);
    }

    @Override
    public Message<T> withMetaData(Map<String, ?> metaData) {
        return new StoredPayload<>(getDelegate().withMetaData(metaData), place, hasTime);
    }

    @Override
    public Message<T> andMetaData(Map<String, ?> metaData) {
        return new StoredPayload<>(getDelegate().andMetaData(metaData), place, hasTime);
    }
}
