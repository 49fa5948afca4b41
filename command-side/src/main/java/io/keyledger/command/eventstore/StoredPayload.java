package io.keyledger.command.eventstore;

import io.keyledger.kernel.DomainEvent;
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

    StoredPayload(Message<T> message, Supplier<String> place) {
        super(message);
        this.place = place;
    }

    @Override
    public T getPayload() {
        var payload = read(super::getPayload);
        if (payload instanceof DomainEvent) {
            return payload;
        }
        throw unreadable("it is no event", null);
    }

    @Override
    public Class<T> getPayloadType() {
        var type = super.getPayloadType();
        if (!DomainEvent.class.isAssignableFrom(type)) {
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
            throw unreadable(String.valueOf(reason.getMessage()), e);
        }
    }

    private SerializationException unreadable(String reason, @Nullable Exception cause) {
        return new SerializationException("The event " + place.get() + " cannot be read: " + reason, cause);
    }

    @Override
    public Message<T> withMetaData(Map<String, ?> metaData) {
        return new StoredPayload<>(getDelegate().withMetaData(metaData), place);
    }

    @Override
    public Message<T> andMetaData(Map<String, ?> metaData) {
        return new StoredPayload<>(getDelegate().andMetaData(metaData), place);
    }
}
