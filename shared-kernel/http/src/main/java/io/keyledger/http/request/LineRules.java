package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.error.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a list of lines: so many at most, at least one text among them, none too long. What is no text is left out, so
 * that it does not keep the others from being looked at.
 */
record LineRules(Attribute attribute, InputFaults faults) {
    @Nullable
    List<String> check(JsonNode value) {
        if (!value.isArray()) {
            return fault(field(), "invalid", "must be an array of strings", Map.of());
        }
        var most = attribute.rules().longest();
        if (value.size() > most) {
            return fault(field(), "too_long", "is too long (maximum is " + most + " elements)", Map.of("count", most));
        }
        if (value.isEmpty()) {
            return fault(field(), "blank", "can't be blank", Map.of());
        }
        if (value.valueStream().noneMatch(JsonNode::isString)) {
            return fault(element(0), "invalid", "must be a string", Map.of());
        }
        for (int i = 0; i < value.size(); i++) {
            checkLength(i, value.get(i));
        }
        return value.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private void checkLength(int index, JsonNode line) {
        var max = attribute.rules().max();
        var text = line.isString() ? line.stringValue() : "";
        if (max != null && text.codePointCount(0, text.length()) > max) {
            fault(element(index), "too_long", "is too long (maximum is " + max + " characters)", Map.of("count", max));
        }
    }

    private String field() {
        return AttributeReader.field(attribute);
    }

    private String element(int index) {
        return Source.pointer("data", "attributes", attribute.name(), String.valueOf(index));
    }

    private @Nullable List<String> fault(String field, String rule, String detail, Map<String, Object> figures) {
        faults.value(field, rule, detail, figures);
        return null;
    }
}
