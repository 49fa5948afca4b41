package io.keyledger.kernel.expiry;

import java.time.Instant;
import java.util.Locale;

/** What an app authenticates with. Source: CONTRACT A3, {@code secret_expiries}. */
public enum CredentialKind {
    /** Valid before its end, and not at it. */
    CLIENT_SECRET {
        @Override
        public boolean isOver(Instant end, Instant now) {
            return !now.isBefore(end);
        }
    },
    /** Valid up to and at its end (RFC 5280 section 4.1.2.5), and not after it. */
    CERTIFICATE {
        @Override
        public boolean isOver(Instant end, Instant now) {
            return now.isAfter(end);
        }
    };

    /** Whether one with that end is no longer valid. */
    public abstract boolean isOver(Instant end, Instant now);

    /** As it stands in events and in the API: {@code client_secret}, {@code certificate}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
