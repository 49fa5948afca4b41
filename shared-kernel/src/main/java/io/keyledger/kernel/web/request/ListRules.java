package io.keyledger.kernel.web.request;

import io.keyledger.kernel.web.Attribute;
import io.keyledger.kernel.web.error.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a list of texts must keep: at most {@value Attribute#LONGEST_LIST}, each once, each by the attribute's rules. */
record ListRules(Attribute attribute, Faults faults) {
    @Nullable
    List<String> check(JsonNode value) {
        if (!value.isArray()) {
            return fault(AttributeReader.field(attribute), "invalid", "must be an array of strings", Map.of());
        }
        if (value.size() > Attribute.LONGEST_LIST) {
            return fault(
                    AttributeReader.field(attribute),
                    "too_long",
                    "is too long (maximum is " + Attribute.LONGEST_LIST + " elements)",
                    Map.of("count", Attribute.LONGEST_LIST));
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            var text = element(value.get(i), Source.pointer("data", "attributes", attribute.name(), String.valueOf(i)));
            if (text != null && texts.contains(text)) {
                fault(AttributeReader.field(attribute), "taken", "names one more than once", Map.of());
            } else if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    private @Nullable String element(JsonNode value, String field) {
        if (value.isString()) {
            return new TextRules(attribute, field, faults).check(value.stringValue());
        }
        fault(field, "invalid", "must be a string", Map.of());
        return null;
    }

    private @Nullable List<String> fault(String field, String rule, String detail, Map<String, Object> figures) {
        faults.value(field, rule, detail, figures);
        return null;
    }
}
