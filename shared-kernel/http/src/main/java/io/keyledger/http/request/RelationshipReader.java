package io.keyledger.http.request;

import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.error.Source;
import io.keyledger.kernel.Id;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one relationship object into the id, or the ids, it points to. */
final class RelationshipReader {
    private final InputFaults faults;

    RelationshipReader(InputFaults faults) {
        this.faults = faults;
    }

    /** The id of a to-one relationship; null when it is removed, or a fault was found. */
    @Nullable
    String read(Relationship relationship, JsonNode value) {
        var data = value.get("data");
        if (data == null || !(data.isNull() || isIdentifier(data))) {
            malformed(relationship, "data with a type and an id");
            return null;
        }
        return data.isNull() ? none(relationship) : id(relationship, data);
    }

    /** The ids of a to-many relationship, each once; some are missing when a fault was found. */
    List<String> readMany(Relationship relationship, JsonNode value) {
        var data = value.path("data");
        if (!data.isArray() || !data.valueStream().allMatch(RelationshipReader::isIdentifier)) {
            malformed(relationship, "data with an array of types and ids");
            return List.of();
        }
        if (data.size() > Relationship.LONGEST_LIST) {
            tooMany(relationship);
            return List.of();
        }
        return ids(relationship, data);
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

    /** Stops at the first fault: one is enough for a list with many. */
    private List<String> ids(Relationship relationship, JsonNode data) {
        var ids = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var identifier : data) {
            var id = id(relationship, identifier);
            if (id == null) {
                return List.of();
            }
            if (!seen.add(id)) {
                faults.value(field(relationship), "taken", id + " is named more than once");
                return List.of();
            }
            ids.add(id);
        }
        return ids;
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

    private void malformed(Relationship relationship, String needed) {
        faults.form(ErrorCode.INVALID_LINKS_OBJECT, field(relationship), relationship.name() + " needs " + needed);
    }

    private void tooMany(Relationship relationship) {
        var most = Relationship.LONGEST_LIST;
        faults.value(
                field(relationship),
                "too_long",
                "is too long (maximum is " + most + " resources)",
                Map.of("count", most));
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
