package io.keyledger.command.app;

import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long a rotated client secret stays valid beside its successor: none to 90 days; otherwise {@link InvalidValue}
 * {@code VALIDATION_ERROR} on {@code overlap}. Source: CONTRACT A2.
 */
public record Overlap(Duration duration) {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final long DAYS_OF_A_WEEK = 7;
    private static final Pattern WEEKS = Pattern.compile("P\\d{1,2}W");

    /** A week, when the request has none. */
    public static final Overlap DEFAULT = new Overlap(Duration.ofDays(DAYS_OF_A_WEEK));

    public Overlap {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw refused("inclusion", "must be from PT0S to P90D");
        }
    }

    /** Reads an ISO 8601 duration of weeks, or of days, hours, minutes and seconds. */
    public static Overlap parse(String text) {
        return new Overlap(duration(text));
    }

    private static Duration duration(String text) {
        try {
            return WEEKS.matcher(text).matches()
                    ? Duration.ofDays(DAYS_OF_A_WEEK * Long.parseLong(text, 1, text.length() - 1, 10))
                    : Duration.parse(text);
        } catch (DateTimeException e) {
            throw refused("invalid", "must be an ISO 8601 duration such as P7D or PT1H");
        }
    }

    private static InvalidValue refused(String rule, String detail) {
        return new InvalidValue(Refusal.ofField("overlap", rule, detail));
    }
}
