package io.keyledger.command.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.keyledger.kernel.problem.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The period of a certificate. Source: RFC 5280 section 4.1.2.5, but for the rule which of the two forms a year has.
 *
 * @param notBefore from this instant on it may be used
 * @param notAfter  until this instant, inclusive
 */
record Validity(Instant notBefore, Instant notAfter) {
    private static final Pattern UTC_TIME = Pattern.compile("[0-9]{12}Z");
    private static final Pattern GENERALIZED_TIME = Pattern.compile("[0-9]{14}Z");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static Validity of(Der period) {
        var times = period.children();
        if (times.size() != 2) {
            throw refused("a period has a begin and an end");
        }
        var validity = new Validity(time(times.getFirst()), time(times.getLast()));
        if (validity.notAfter.isBefore(validity.notBefore)) {
            throw refused("the certificate ends before it begins");
        }
        return validity;
    }

    private static Instant time(Der time) {
        try {
            var read = LocalDateTime.parse(text(time), FORM);
            if (read.getYear() > 0) {
                return read.toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            throw inNoCalendar();
        }
        throw inNoCalendar();
    }

    /** Which has no year 0 either: before the year 1 was the year 1 BC. */
    private static RuntimeException inNoCalendar() {
        return refused("a time of the period is in no calendar");
    }

    private static String text(Der time) {
        var text = new String(time.content(), ISO_8859_1);
        if (time.is(Der.UTC_TIME) && UTC_TIME.matcher(text).matches()) {
            return (text.charAt(0) >= '5' ? "19" : "20") + text;
        }
        if (time.is(Der.GENERALIZED_TIME) && GENERALIZED_TIME.matcher(text).matches()) {
            return text;
        }
        throw refused("a time of the period is YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ");
    }

    private static RuntimeException refused(String detail) {
        return UploadRefusals.of(ErrorCode.CERTIFICATE_VALIDITY_INVALID, detail);
    }
}
