package io.keyledger.kernel.upcast;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** What makes today's events of those that earlier builds stored. */
public final class Upcasters {
    private Upcasters() {}

    /** All of them, oldest first: each sees what the ones before it have made. */
    public static EventUpcaster chain() {
        return new EventUpcasterChain(new OneRedirectUri());
    }
}
