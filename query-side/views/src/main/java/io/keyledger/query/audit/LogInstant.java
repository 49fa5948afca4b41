package io.keyledger.query.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** The format of an instant in a log: ISO 8601 in UTC with milliseconds. */
final class LogInstant {
    private static final int MILLIS = 3;
    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder().appendInstant(MILLIS).toFormatter();

    private LogInstant() {}

    static String text(Instant instant) {
        return DATE.format(instant);
    }
}
