package io.keyledger.http.read;

import io.keyledger.kernel.problem.ErrorCode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code as_of}: the instant that a resource is to be shown at. Source: CONTRACT A3. */
public final class AsOf {
    /** The parameter. */
    public static final String NAME = "as_of";

    private static final Set<String> OF_THE_PRESENT = Set.of("include", "filter", "sort");

    private AsOf() {}

    /**
     * The instant asked for.
     *
     * @param parameters decoded, as the servlet request has them
     * @param now        the latest instant that may be asked for
     * @throws io.keyledger.kernel.problem.InvalidValue INVALID_FIELD_VALUE for what is no date or timestamp, given
     *     twice or in the future; PARAM_NOT_ALLOWED for {@code include}, {@code filter} and {@code sort}, which show
     *     the present
     */
    public static Instant of(Map<String, String[]> parameters, Instant now) {
        var faults = new QueryFaults();
        parameters.keySet().stream()
                .filter(AsOf::isOfThePresent)
                .forEach(
                        name -> faults.add(ErrorCode.PARAM_NOT_ALLOWED, name, name + " is not allowed beside " + NAME));
        var instant = parsed(parameters.getOrDefault(NAME, new String[0]));
        if (instant == null || instant.isAfter(now)) {
            faults.add(
                    ErrorCode.INVALID_FIELD_VALUE, NAME, NAME + " is one date or timestamp that is not in the future");
        }
        faults.throwAny();
        return instant == null ? now : instant;
    }

    private static boolean isOfThePresent(String name) {
        var bracket = name.indexOf('[');
        return OF_THE_PRESENT.contains(bracket < 0 ? name : name.substring(0, bracket));
    }

    private static @Nullable Instant parsed(String[] values) {
        try {
            return values.length == 1 ? Dates.parse(values[0]) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
