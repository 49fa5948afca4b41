package io.keyledger.query.reader.web;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds values that are shown only in this answer: in place of attributes, or in the document's meta. */
final class ShownOnce {
    private ShownOnce() {}

    static Row in(ResourceType type, Row row, Map<String, @Nullable Object> values) {
        var all = new HashMap<>(row.values());
        values.forEach((name, value) -> {
            if (type.attribute(name) != null) {
                all.put(name, value);
            }
        });
        return new Row(row.id(), row.organizationId(), row.version(), all);
    }

    static void addMeta(
            Map<String, @Nullable Object> document, ResourceType type, Map<String, @Nullable Object> values) {
        var meta = new HashMap<>(values);
        meta.keySet().removeIf(name -> type.attribute(name) != null);
        if (!meta.isEmpty()) {
            document.put("meta", meta);
        }
    }
}
