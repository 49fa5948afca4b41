package io.keyledger.http.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema, draft 2020-12, as plain maps and lists.
 *
 * @param json its keywords
 */
public record Schema(Map<String, Object> json) {
    private static final String TYPE = "type";
    private static final String PROPERTIES = "properties";

    public Schema {
        json = new LinkedHashMap<>(json);
    }

    /** A value of one of JSON's types. */
    public static Schema of(String type) {
        return new Schema(Map.of(TYPE, type));
    }

    /** A text of a format of JSON Schema, such as {@code date-time}. */
    public static Schema text(String format) {
        return of("string").with("format", format);
    }

    /** One of these texts. */
    public static Schema oneOf(Collection<String> values) {
        return of("string").with("enum", List.copyOf(values));
    }

    /** Exactly this text. */
    public static Schema only(String value) {
        return of("string").with("const", value);
    }

    public static Schema list(Schema items) {
        return of("array").with("items", items.json);
    }

    /** An object without members; only those that are added to it are allowed. */
    public static Schema object() {
        return of("object").with(PROPERTIES, Map.of()).with("additionalProperties", false);
    }

    /** The same object with one more member. */
    public Schema member(String name, Schema schema) {
        var members = members();
        members.put(name, schema.json);
        return with(PROPERTIES, members);
    }

    /** The same object with these members required. */
    public Schema requiring(Collection<String> names) {
        return names.isEmpty() ? this : with("required", List.copyOf(names));
    }

    /** The same object with all members required that it has so far. */
    public Schema requiringAll() {
        return requiring(members().keySet());
    }

    /** A schema of the document's components. */
    public static Schema named(String name) {
        return new Schema(Map.of("$ref", "#/components/schemas/" + name));
    }

    public static Schema anyOf(List<Schema> schemas) {
        return new Schema(Map.of("anyOf", schemas.stream().map(Schema::json).toList()));
    }

    /** The same with one more keyword. */
    public Schema with(String keyword, Object value) {
        var more = new LinkedHashMap<>(json);
        more.put(keyword, value);
        return new Schema(more);
    }

    /** The same, or null. */
    public Schema nullable() {
        if (!(json.get(TYPE) instanceof String type)) {
            return anyOf(List.of(this, of("null")));
        }
        var or = with(TYPE, List.of(type, "null"));
        if (!(json.get("enum") instanceof List<?> values)) {
            return or;
        }
        var withNull = new ArrayList<Object>(values);
        withNull.add(null);
        return or.with("enum", withNull);
    }

    /** The same with further members allowed. */
    public Schema open() {
        return with("additionalProperties", true);
    }

    private Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        if (json.get(PROPERTIES) instanceof Map<?, ?> old) {
            old.forEach((name, schema) -> members.put((String) name, schema));
        }
        return members;
    }
}
