package io.keyledger.kernel.customer;

import io.keyledger.kernel.Id;

/** Identifies a customer: ten letters and digits, random, URL-safe; anything else is refused by {@link Id}. */
public record CustomerId(String value) {
    public CustomerId {
        Id.check(value);
    }

    /** The bare id, as it stands in URLs, events and views. */
    @Override
    public String toString() {
        return value;
    }
}
