package io.keyledger.http.request;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.error.Source;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of one writing request against the description of its resource. */
final class InputReader {
    private final ResourceType type;
    private final Purpose purpose;
    private final InputFaults faults = new InputFaults();
    private final AttributeReader attributeReader = new AttributeReader(faults);
    private final RelationshipReader relationshipReader = new RelationshipReader(faults);
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private final Map<String, @Nullable String> related = new LinkedHashMap<>();
    private final Map<String, List<String>> listed = new LinkedHashMap<>();

    InputReader(ResourceType type, Purpose purpose) {
        this.type = type;
        this.purpose = purpose;
    }

    ResourceInput read(JsonNode body, @Nullable String id) {
        var data = data(body);
        new Identity(type, faults).check(data, id);
        members(data, "attributes").properties().forEach(e -> attribute(e.getKey(), e.getValue()));
        members(data, "relationships").properties().forEach(e -> relationship(e.getKey(), e.getValue()));
        requireMissing();
        faults.throwAny();
        return new ResourceInput(attributes, related, listed);
    }

    private static JsonNode data(JsonNode body) {
        if (!body.isObject()) {
            throw malformed("the body must be an object", Source.pointer());
        }
        var data = body.get("data");
        if (data == null) {
            throw new InvalidValue(
                    new Refusal(ErrorCode.PARAM_MISSING, "data is missing", Source.pointer("data"), null, Map.of()));
        }
        if (!data.isObject()) {
            throw malformed("data must be an object", Source.pointer("data"));
        }
        return data;
    }

    private static JsonNode members(JsonNode data, String name) {
        var members = data.path(name);
        if (!members.isMissingNode() && !members.isObject()) {
            throw malformed(name + " must be an object", Source.pointer("data", name));
        }
        return members;
    }

    private void attribute(String name, JsonNode value) {
        var attribute = type.attribute(name);
        if (attribute == null || !purpose.accepts(attribute)) {
            notAllowed(Source.attribute(name), name);
        } else {
            attributes.put(name, attributeReader.read(attribute, value));
        }
    }

    private void relationship(String name, JsonNode value) {
        var relationship = type.relationship(name);
        if (relationship == null || !purpose.accepts(relationship)) {
            notAllowed(Source.relationship(name), name);
        } else if (relationship.many()) {
            listed.put(name, relationshipReader.readMany(relationship, value));
        } else {
            related.put(name, relationshipReader.read(relationship, value));
        }
    }

    private void notAllowed(String field, String name) {
        faults.form(ErrorCode.PARAM_NOT_ALLOWED, field, name + " is not allowed");
    }

    private void requireMissing() {
        type.attributes().stream()
                .filter(a -> purpose.needs(a.create()) && !attributes.containsKey(a.name()))
                .forEach(a -> faults.value(AttributeReader.field(a), "blank", "can't be blank"));
        type.relationships().stream()
                .filter(r ->
                        purpose.needs(r.create()) && !related.containsKey(r.name()) && !listed.containsKey(r.name()))
                .forEach(relationshipReader::missing);
    }

    private static InvalidValue malformed(String detail, String pointer) {
        return new InvalidValue(new Refusal(ErrorCode.INVALID_DATA_FORMAT, detail, pointer, null, Map.of()));
    }
}
