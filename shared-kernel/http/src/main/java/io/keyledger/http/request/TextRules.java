package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import io.keyledger.kernel.Legibility;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a text attribute, or one element of a list; length counts characters, not bytes. */
record TextRules(Attribute attribute, String field, InputFaults faults) {
    @Nullable
    String check(String text) {
        if (text.isBlank() && !attribute.nullable()) {
            return fault("blank", "can't be blank", Map.of());
        }
        if (!attribute.writeOnly()) {
            if (Legibility.hidesSomething(text)) {
                return fault("invalid", "must not have control or hidden characters", Map.of());
            }
            if (!text.isEmpty() && !Legibility.isVisible(text)) {
                return fault("invalid", "must have something visible", Map.of());
            }
        }
        var oneOf = attribute.rules().oneOf();
        if (oneOf != null && !oneOf.contains(text)) {
            return fault("inclusion", "is not included in the list", Map.of("value", text));
        }
        var max = attribute.rules().max();
        if (max != null && text.codePointCount(0, text.length()) > max) {
            return fault("too_long", "is too long (maximum is " + max + " characters)", Map.of("count", max));
        }
        var pattern = attribute.rules().pattern();
        return pattern == null || text.matches(pattern) ? text : fault("invalid", "is invalid", Map.of());
    }

    private @Nullable String fault(String rule, String detail, Map<String, Object> figures) {
        faults.value(field, rule, detail, figures);
        return null;
    }
}
