package io.keyledger.query.audit;

import io.keyledger.http.description.ResourceType.Readers;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.MetaKey;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.ObjectText;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The stored form of a version. */
final class VersionRow {
    private static final String CHANGES = "changes";
    private static final String EVENT = "event";

    private VersionRow() {}

    static Document first(StateChange change, Map<String, Object> differences) {
        var step = change.step();
        var row = new Document(StoredRow.ID, step.versionId())
                .append(StoredRow.SEQUENCE, step.version())
                .append(StoredRow.ORGANIZATION, change.organizationId())
                .append(StoredRow.SEEN_BY, seenBy(change))
                .append("resource_type", step.change().type())
                .append("resource_id", step.change().id())
                .append(EVENT, event(step.change().kind()))
                .append("reference", null)
                .append("reference_origin", null);
        StoredRow.put(row, "metadata", Map.of());
        StoredRow.put(row, "created_at", step.cause().at());
        StoredRow.put(row, "updated_at", step.cause().at());
        row.put(CHANGES, ObjectText.write(differences));
        row.put("who", ObjectText.write(who(step.cause())));
        return row;
    }

    private static @Nullable String seenBy(StateChange change) {
        var resource = change.step().change();
        var shownAs = Resources.faces(resource.type());
        if (shownAs.isEmpty()) {
            return null;
        }
        return shownAs.getFirst().readers() == Readers.ITSELF ? resource.id() : change.organizationId();
    }

    /** The same version with the differences of a further event: one command may record several. */
    static Document extended(Document version, StateChange change, Map<String, Object> differences) {
        var row = new Document(version);
        var cause = change.step().cause();
        row.put(StoredRow.SEQUENCE, change.step().version());
        StoredRow.put(row, "updated_at", cause.at());
        row.put(CHANGES, ObjectText.write(Comparison.merged(ObjectText.read(row.getString(CHANGES)), differences)));
        if (change.step().change().kind() == Change.Kind.DELETE) {
            row.put(EVENT, event(Change.Kind.DELETE));
        }
        return row;
    }

    private static String event(Change.Kind kind) {
        return switch (kind) {
            case CREATE -> "create";
            case UPDATE, TOUCH -> "update";
            case DELETE -> "destroy";
        };
    }

    /** The acting app and user, from the event's metadata. */
    private static Map<String, @Nullable Object> who(Recorded cause) {
        var actor = new LinkedHashMap<String, @Nullable Object>();
        actor.put("id", cause.metaData().get(MetaKey.ACTOR_ID));
        actor.put("name", cause.metaData().get(MetaKey.ACTOR_NAME));
        var kind = String.valueOf(cause.metaData().getOrDefault(MetaKey.ACTOR_KIND, "system"));
        var who = new LinkedHashMap<String, @Nullable Object>();
        who.put(kind.equals("app") ? "application" : kind, actor);
        who.put("client_id", cause.metaData().get(MetaKey.CLIENT_ID));
        return who;
    }
}
