package io.keyledger.kernel.access;

import io.keyledger.kernel.Id;

/** Identifies a membership: ten letters and digits, random, URL-safe; anything else is refused by {@link Id}. */
public record MembershipId(String value) {
    public MembershipId {
        Id.check(value);
    }

    /** The bare id, as it stands in URLs, events and views. */
    @Override
    public String toString() {
        return value;
    }
}
