package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks an integer attribute, or one element of a list; {@code 7.2e3} is an integer, {@code "7200"} is none. */
record NumberRules(Attribute attribute, String field, InputFaults faults) {
    @Nullable
    Integer check(JsonNode number) {
        if (!number.isNumber()) {
            return fault("not_a_number", "is not a number", Map.of());
        }
        var value = number.doubleValue();
        if (value != Math.rint(value)) {
            return fault("not_an_integer", "must be an integer", Map.of());
        }
        var min = attribute.rules().min() == null
                ? Integer.MIN_VALUE
                : attribute.rules().min();
        if (value < min) {
            return outside("greater_than_or_equal_to", number, min);
        }
        var max = attribute.rules().max() == null
                ? Integer.MAX_VALUE
                : attribute.rules().max();
        return value > max ? outside("less_than_or_equal_to", number, max) : Integer.valueOf((int) value);
    }

    private @Nullable Integer outside(String rule, JsonNode number, int bound) {
        var detail = "must be " + rule.replace('_', ' ') + " " + bound;
        return fault(rule, detail, Map.of("value", number.numberValue(), "count", bound));
    }

    private @Nullable Integer fault(String rule, String detail, Map<String, Object> figures) {
        faults.value(field, rule, detail, figures);
        return null;
    }
}
