package io.keyledger.kernel.expiry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * A length of time by the calendar in UTC, such as {@code P90D}, {@code P1Y6M} or {@code PT12H}: an ISO 8601 duration.
 * Callers check a text by {@link #PATTERN} before it is parsed.
 */
public final class Span {
    /** Years, months and weeks up to 999, days up to 99999, the others up to 999999; at least one of them. */
    public static final String PATTERN = "P(?!$)(?:\\d{1,3}Y)?(?:\\d{1,3}M)?(?:\\d{1,3}W)?(?:\\d{1,5}D)?"
            + "(?:T(?!$)(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}S)?)?";

    private final Period days;
    private final Duration time;

    private Span(Period days, Duration time) {
        this.days = days;
        this.time = time;
    }

    /** Reads one; IllegalArgumentException for a text that is no ISO 8601 duration. */
    public static Span parse(String text) {
        try {
            var clock = text.indexOf('T');
            var date = clock < 0 ? text : text.substring(0, clock);
            return new Span(
                    date.equals("P") ? Period.ZERO : Period.parse(date),
                    clock < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(clock)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The instant so much later. */
    public Instant after(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).plus(days).plus(time).toInstant();
    }

    /** The instant so much earlier. */
    public Instant before(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).minus(days).minus(time).toInstant();
    }
}
