package io.keyledger.kernel.app;

import io.keyledger.kernel.Id;

/** Identifies a certificate of an app: ten letters and digits, random, URL-safe; anything else is refused by {@link Id}. */
public record CertificateId(String value) {
    public CertificateId {
        Id.check(value);
    }

    /** The bare id, as it stands in URLs, events and views. */
    @Override
    public String toString() {
        return value;
    }
}
