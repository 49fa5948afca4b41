package io.keyledger.kernel.customer;

import io.keyledger.kernel.Id;

/** Identifies a group of customers: ten letters and digits, random, URL-safe; anything else is refused by {@link Id}. */
public record CustomerGroupId(String value) {
    public CustomerGroupId {
        Id.check(value);
    }

    /** The bare id, as it stands in URLs, events and views. */
    @Override
    public String toString() {
        return value;
    }
}
