package io.keyledger.query.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers that a double cannot represent as texts, so that the canonical form loses no digit (RFC 7493 section
 * 2.2).
 */
final class ExactNumbers {
    private ExactNumbers() {}

    static Map<String, @Nullable Object> of(Map<String, ?> object) {
        var exact = new LinkedHashMap<String, @Nullable Object>();
        object.forEach((name, value) -> exact.put(name, value(value)));
        return exact;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                var exact = new LinkedHashMap<String, @Nullable Object>();
                object.forEach((name, member) -> exact.put(String.valueOf(name), value(member)));
                yield exact;
            }
            case Collection<?> array -> {
                var exact = new ArrayList<@Nullable Object>();
                array.forEach(element -> exact.add(value(element)));
                yield exact;
            }
            case Long number
            when (long) number.doubleValue() != number || number == Long.MAX_VALUE -> number.toString();
            case BigInteger number -> number.toString();
            case BigDecimal number -> number.toString();
            case Double number when number.isInfinite() || number.isNaN() -> number.toString();
            case null, default -> value;
        };
    }
}
