package io.keyledger.http.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as filters have them: {@code 2018-01-01}, or a timestamp, in UTC when it names no offset. */
final class Dates {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\S+?)(Z|[+ -]\\d{2}:?\\d{2})?");

    private Dates() {}

    /** The instant; throws IllegalArgumentException when it is none. */
    static Instant parse(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : timestamp(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Instant timestamp(String text) {
        var parts = TIMESTAMP.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no timestamp");
        }
        var iso = parts.group(1) + 'T' + parts.group(2) + offset(parts.group(3));
        return OffsetDateTime.parse(iso).toInstant();
    }

    /** A plus sign that was not escaped arrives as a blank. */
    private static String offset(@Nullable String given) {
        if (given == null || given.equals("Z")) {
            return "Z";
        }
        var digits = given.substring(1).replace(":", "");
        var sign = given.startsWith("-") ? "-" : "+";
        return sign + digits.substring(0, 2) + ':' + digits.substring(2);
    }
}
