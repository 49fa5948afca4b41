package io.keyledger.kernel.web.request;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.web.Attribute.Given;
import io.keyledger.kernel.web.Relationship;
import io.keyledger.kernel.web.error.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one to-one relationship object into the id it points to. */
final class RelationshipReader {
    private final Faults faults;

    RelationshipReader(Faults faults) {
        this.faults = faults;
    }

    /** The id; null when the relationship is taken off, or a fault was found. */
    @Nullable
    String read(Relationship relationship, JsonNode value) {
        var data = value.get("data");
        if (data == null || !(data.isNull() || isIdentifier(data))) {
            faults.form(
                    ErrorCode.INVALID_LINKS_OBJECT,
                    field(relationship),
                    relationship.name() + " needs data with a type and an id");
            return null;
        }
        return data.isNull() ? none(relationship) : id(relationship, data);
    }

    void missing(Relationship relationship) {
        faults.value(field(relationship), ResourceInput.MUST_EXIST_RULE, ResourceInput.MUST_EXIST);
    }

    private @Nullable String none(Relationship relationship) {
        if (relationship.create() == Given.REQUIRED) {
            missing(relationship);
        }
        return null;
    }

    private @Nullable String id(Relationship relationship, JsonNode data) {
        if (!text(data, "type").equals(relationship.target())) {
            faults.form(
                    ErrorCode.TYPE_MISMATCH,
                    field(relationship),
                    relationship.name() + " is of the type " + relationship.target());
            return null;
        }
        var id = text(data, "id");
        if (!Id.isId(id)) {
            missing(relationship);
            return null;
        }
        return id;
    }

    private static boolean isIdentifier(JsonNode data) {
        return data.isObject()
                && data.path("type").isString()
                && data.path("id").isString();
    }

    private static String text(JsonNode data, String member) {
        return data.path(member).stringValue();
    }

    private static String field(Relationship relationship) {
        return Source.relationship(relationship.name());
    }
}
