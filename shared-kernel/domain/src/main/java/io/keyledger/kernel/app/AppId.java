package io.keyledger.kernel.app;

import io.keyledger.kernel.Id;

/** Identifies an app: ten letters and digits, random, URL-safe; anything else is refused by {@link Id}. */
public record AppId(String value) {
    public AppId {
        Id.check(value);
    }

    /** The bare id, as it stands in URLs, events and views. */
    @Override
    public String toString() {
        return value;
    }
}
