package io.keyledger.kernel.organization;

import io.keyledger.kernel.Id;

/** Identifies an organization: ten letters and digits, random, URL-safe; anything else is refused by {@link Id}. */
public record OrganizationId(String value) {
    public OrganizationId {
        Id.check(value);
    }

    /** The bare id, as it stands in URLs, events and views. */
    @Override
    public String toString() {
        return value;
    }
}
