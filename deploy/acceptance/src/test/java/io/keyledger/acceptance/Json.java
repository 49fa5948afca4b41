package io.keyledger.acceptance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** A JSON:API document with what its relationships lead to. */
    static String document(
            String type,
            @Nullable String id,
            Map<String, ? extends @Nullable Object> attributes,
            Map<String, ? extends Link> relationships) {
        var root = MAPPER.createObjectNode();
        var data = root.putObject("data").put("type", type);
        if (id != null) {
            data.put("id", id);
        }
        data.set("attributes", MAPPER.valueToTree(attributes));
        var links = data.putObject("relationships");
        relationships.forEach((name, link) -> links.putObject(name).set("data", link.data()));
        return root.toString();
    }

    /** What one relationship leads to. */
    sealed interface Link {
        JsonNode data();
    }

    /** A resource identifier. */
    record Ref(String type, String id) implements Link {
        @Override
        public JsonNode data() {
            return MAPPER.createObjectNode().put("type", type).put("id", id);
        }
    }

    /** Several resource identifiers of one type. */
    record Refs(String type, List<String> ids) implements Link {
        @Override
        public JsonNode data() {
            var data = MAPPER.createArrayNode();
            ids.forEach(id -> data.add(new Ref(type, id).data()));
            return data;
        }
    }
}
