package io.keyledger.acceptance;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the tests write and read it. */
final class Json {
    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** A JSON:API document without relationships. */
    static String document(String type, Map<String, ? extends @Nullable Object> attributes) {
        return document(type, null, attributes, Map.of());
    }

    /** A JSON:API document; relationships name → {type, id}, null takes one off. */
    static String document(
            String type,
            @Nullable String id,
            Map<String, ? extends @Nullable Object> attributes,
            Map<String, Ref> relationships) {
        var root = MAPPER.createObjectNode();
        var data = root.putObject("data").put("type", type);
        if (id != null) {
            data.put("id", id);
        }
        data.set("attributes", MAPPER.valueToTree(attributes));
        var links = data.putObject("relationships");
        relationships.forEach((name, ref) -> ref.writeTo(links.putObject(name)));
        return root.toString();
    }

    /** A resource identifier. */
    record Ref(String type, String id) {
        void writeTo(ObjectNode relationship) {
            relationship.putObject("data").put("type", type).put("id", id);
        }
    }
}
