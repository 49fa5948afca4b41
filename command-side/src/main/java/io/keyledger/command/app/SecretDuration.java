package io.keyledger.command.app;

import java.time.Instant;
import java.time.ZoneOffset;

/** How long a client secret works: calendar years in UTC; 29 February + 1 year = 28 February. Source: CONTRACT A2. */
public enum SecretDuration {
    P1Y(1),
    P2Y(2),
    P3Y(3);

    private final int years;

    SecretDuration(int years) {
        this.years = years;
    }

    /** The first instant at which a secret made then works no more. */
    public Instant endOf(Instant start) {
        return start.atZone(ZoneOffset.UTC).plusYears(years).toInstant();
    }
}
