package io.keyledger.view.row;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The fields of a resource's row in the database. */
public final class StoredRow {
    public static final String ID = "_id";
    public static final String SEQUENCE = "sequence";
    public static final String ORGANIZATION = "organization_id";
    /**
     * Of a version: the organization that may read it, or the user it belongs to; null when it is not shown by the API.
     */
    public static final String SEEN_BY = "seen_by";

    private static final String PATHS_SUFFIX = ObjectText.pathsOf("");

    private StoredRow() {}

    /** Sets a field to a value of the API. */
    public static void put(Document row, String field, @Nullable Object value) {
        switch (value) {
            case Instant instant -> row.put(field, Date.from(instant));
            case Map<?, ?> object -> {
                row.put(field, ObjectText.write(object));
                row.put(ObjectText.pathsOf(field), ObjectText.paths(object));
            }
            case null, default -> row.put(field, value);
        }
    }

    public static long sequence(Document row) {
        return row.getLong(SEQUENCE);
    }

    /** The row with its values as the API has them. */
    public static Row read(ResourceType type, Document row) {
        var values = new HashMap<String, @Nullable Object>();
        row.forEach((field, value) -> {
            if (!field.equals(ID) && !field.equals(SEQUENCE) && !field.endsWith(PATHS_SUFFIX)) {
                values.put(field, value(type, field, value));
            }
        });
        return new Row(row.getString(ID), row.getString(ORGANIZATION), sequence(row), values);
    }

    private static @Nullable Object value(ResourceType type, String field, @Nullable Object value) {
        return switch (value) {
            case Date date -> date.toInstant();
            case String text when isObject(type.attribute(field)) -> ObjectText.read(text);
            case null, default -> value;
        };
    }

    private static boolean isObject(@Nullable Attribute attribute) {
        return attribute != null && attribute.type() == Attribute.Type.OBJECT;
    }
}
