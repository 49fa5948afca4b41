package io.keyledger.kernel.upcast;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * An app had one redirect URI or none before it could have several: {@code redirect_uri.changed} becomes
 * {@code redirect_uris.changed} with a list of one or none. Members that the old form never had stay, and one that it lacks
 * is not made up, so that the event is refused when it is read.
 */
final class OneRedirectUri extends SingleEventUpcaster {
    private static final SerializedType FORMER = new SimpleSerializedType("redirect_uri.changed", "1");
    private static final SerializedType NOW = new SimpleSerializedType("redirect_uris.changed", "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FORMER);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(NOW, ObjectNode.class, OneRedirectUri::listed);
    }

    private static ObjectNode listed(ObjectNode event) {
        if (event.has("redirectUris")) {
            return event;
        }
        var address = event.remove("redirectUri");
        if (address != null) {
            var addresses = event.putArray("redirectUris");
            if (!address.isNull()) {
                addresses.add(address);
            }
        }
        return event;
    }
}
