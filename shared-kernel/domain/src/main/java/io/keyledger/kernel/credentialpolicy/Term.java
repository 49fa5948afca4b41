package io.keyledger.kernel.credentialpolicy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * A length of time in whole days, months or years of the calendar, ISO 8601: {@code P90D}, {@code P6M}, {@code P1Y}; at
 * most ten years. Source: CONTRACT A4.
 *
 * @param period of one unit alone
 */
public record Term(Period period) {
    /** The pattern of its text. */
    public static final String FORM =
            "P(?:(?:[1-9]\\d{0,2}|[12]\\d{3}|3[0-5]\\d\\d|36[0-5]\\d)D|(?:[1-9]\\d?|1[01]\\d|120)M|(?:[1-9]|10)Y)";

    /** Likewise for a client secret: one, two or three years, or shorter than a year. */
    public static final String FORM_OF_SECRETS =
            "P(?:[1-3]Y|(?:[1-9]|1[01])M|(?:[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-4])D)";

    private static final int LONGEST_MONTH = 31;
    private static final int LONGEST_YEAR = 366;

    /** Reads a text that matches {@link #FORM}; IllegalArgumentException for any other. */
    public static Term parse(String text) {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("no term: " + text);
        }
        return new Term(Period.parse(text));
    }

    /** The most days it can have: a month counts 31 and a year 366, so that two terms can be compared. */
    public int days() {
        return period.getYears() * LONGEST_YEAR + period.getMonths() * LONGEST_MONTH + period.getDays();
    }

    /** From one instant to another in days begun, to compare with {@link #days()}. */
    public static int daysBegun(Instant from, Instant until) {
        return Math.toIntExact(Math.ceilDiv(
                Duration.between(from, until).toSeconds(), Duration.ofDays(1).toSeconds()));
    }

    /** Whether it has fewer than 366 days, as {@link #days()} counts them. */
    public boolean isShorterThanAYear() {
        return days() < LONGEST_YEAR;
    }

    /** The end of one that begins at {@code start}: by the calendar in UTC, so 29 February + 1 year = 28 February. */
    public Instant after(Instant start) {
        return start.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }

    /** The beginning of one that ends at {@code end}. */
    public Instant before(Instant end) {
        return end.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }

    /** As it stands in events and in the API. */
    @Override
    public String toString() {
        return period.toString();
    }
}
