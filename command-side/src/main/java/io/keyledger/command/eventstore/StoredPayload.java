package io.keyledger.command.eventstore;

import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDecorator;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;

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
        try {
            return super.getPayload();
        } catch (RuntimeException e) {
            // Axon's message wraps what the serializer says
            var reason = e.getCause() instanceof SerializationException said ? said : e;
            throw new SerializationException("The event " + place.get() + " cannot be read: " + reason.getMessage(), e);
        }
    }

    @Override
    public Class<T> getPayloadType() {
        var type = super.getPayloadType();
        if (UnknownSerializedType.class.equals(type)) {
            getPayload();
        }
        return type;
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
