package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a list of lines in which something is looked for: all texts in it, however deep, count; what is none does not
 * keep the others from being looked at. The body bounds how many there are, and how long one is.
 */
record LineRules(Attribute attribute, InputFaults faults) {
    @Nullable
    List<String> check(JsonNode value) {
        if (!value.isArray()) {
            return fault("invalid", "must be an array of strings");
        }
        if (value.isEmpty()) {
            return fault("blank", "can't be blank");
        }
        return texts(value).distinct().toList();
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.valueStream().flatMap(LineRules::texts);
    }

    private @Nullable List<String> fault(String rule, String detail) {
        faults.value(AttributeReader.field(attribute), rule, detail);
        return null;
    }
}
