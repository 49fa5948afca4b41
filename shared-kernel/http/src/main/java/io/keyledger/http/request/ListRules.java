package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.error.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks a list of texts or integers: so many at most, each once, each by the attribute's rules. */
record ListRules(Attribute attribute, InputFaults faults) {
    @Nullable
    List<Object> check(JsonNode value) {
        if (!value.isArray()) {
            return fault(
                    AttributeReader.field(attribute),
                    "invalid",
                    "must be an array of " + (ofIntegers() ? "integers" : "strings"),
                    Map.of());
        }
        var longest = attribute.rules().longest();
        if (value.size() > longest) {
            return fault(
                    AttributeReader.field(attribute),
                    "too_long",
                    "is too long (maximum is " + longest + " elements)",
                    Map.of("count", longest));
        }
        var elements = new ArrayList<Object>();
        for (int i = 0; i < value.size(); i++) {
            var element =
                    element(value.get(i), Source.pointer("data", "attributes", attribute.name(), String.valueOf(i)));
            if (element != null && elements.contains(element)) {
                fault(AttributeReader.field(attribute), "taken", "names one more than once", Map.of());
            } else if (element != null) {
                elements.add(element);
            }
        }
        return List.copyOf(elements);
    }

    private boolean ofIntegers() {
        return attribute.type() == Attribute.Type.INTEGERS;
    }

    private @Nullable Object element(JsonNode value, String field) {
        if (ofIntegers()) {
            return new NumberRules(attribute, field, faults).check(value);
        }
        if (value.isString()) {
            return new TextRules(attribute, field, faults).check(value.stringValue());
        }
        fault(field, "invalid", "must be a string", Map.of());
        return null;
    }

    private @Nullable List<Object> fault(String field, String rule, String detail, Map<String, Object> figures) {
        faults.value(field, rule, detail, figures);
        return null;
    }
}
