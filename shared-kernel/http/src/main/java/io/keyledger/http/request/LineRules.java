package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a list of lines: so many different ones at most. What is no text is left out, so that it does not keep the
 * others from being looked at; the body bounds how long one is.
 */
record LineRules(Attribute attribute, InputFaults faults) {
    @Nullable
    List<String> check(JsonNode value) {
        if (!value.isArray()) {
            return fault("invalid", "must be an array of strings", Map.of());
        }
        if (value.isEmpty()) {
            return fault("blank", "can't be blank", Map.of());
        }
        var lines = value.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
        var most = attribute.rules().longest();
        return lines.size() <= most
                ? lines
                : fault("too_long", "is too long (maximum is " + most + " elements)", Map.of("count", most));
    }

    private @Nullable List<String> fault(String rule, String detail, Map<String, Object> figures) {
        faults.value(AttributeReader.field(attribute), rule, detail, figures);
        return null;
    }
}
