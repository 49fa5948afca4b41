package io.keyledger.http.read;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.request.ApiJson;
import io.keyledger.kernel.problem.InvalidValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the values of a filter into the type of its attribute; throws IllegalArgumentException when they do not fit. */
record ValueParser(Attribute.Type type) {
    private static final char NUL = '\0';

    List<Object> parse(Predicate predicate, String value) {
        return switch (predicate) {
            case PRESENT, BLANK, NULL, NOT_NULL, TRUE, FALSE -> List.of(bool(value));
            case JCONT -> List.of(object(value));
            default ->
                predicate.takesList()
                        ? Stream.of(value.split(",", -1)).map(this::typed).toList()
                        : List.of(typed(value));
        };
    }

    private Object typed(String value) {
        return switch (type) {
            case STRING, STRINGS, LINES -> text(value);
            case INTEGER, INTEGERS -> Long.valueOf(value.trim());
            case BOOLEAN -> bool(value);
            case DATE -> Dates.parse(value.trim());
            case OBJECT -> object(value);
        };
    }

    /** No stored text has a NUL, and stores differ in what one means in a pattern. */
    private static String text(String value) {
        if (value.indexOf(NUL) >= 0) {
            throw new IllegalArgumentException("a NUL");
        }
        return value;
    }

    private static Boolean bool(String value) {
        return switch (value.trim().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Map<String, Object> object(String value) {
        try {
            var json = ApiJson.parse(value);
            if (json.isObject()) {
                return ApiJson.plain(json);
            }
        } catch (InvalidValue e) {
            throw new IllegalArgumentException(e);
        }
        throw new IllegalArgumentException("no object");
    }
}
