package io.keyledger.kernel.upcast;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** The upcasters, which turn events that earlier builds stored into those of today. */
public final class Upcasters {
    private Upcasters() {}

    /** All of them, oldest first: each gets the result of the ones before it. */
    public static EventUpcaster chain() {
        return new EventUpcasterChain(new OneRedirectUri());
    }
}
