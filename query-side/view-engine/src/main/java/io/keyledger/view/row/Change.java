package io.keyledger.view.row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes about one resource: the same for the resource's view and for its versions.
 *
 * @param type   plural name of the resource
 * @param id     its id
 * @param kind   what happened to it
 * @param values attributes and keys by their API names, with their new values; a creation has all of them,
 *               {@code organization_id} too
 * @param unseen names of further attributes that changed and whose values are shown nowhere, such as
 *               {@code client_secret}
 * @param ahead  what to add to the event's sequence: 1 for a resource that was created by another aggregate's event,
 *               else 0
 */
public record Change(
        String type, String id, Kind kind, Map<String, @Nullable Object> values, Set<String> unseen, int ahead) {

    /** What happens to a resource. */
    public enum Kind {
        CREATE,
        UPDATE,
        /** Its version grows with its aggregate's; no attribute changes. */
        TOUCH,
        DELETE
    }

    public Change {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        unseen = Set.copyOf(unseen);
    }

    public static Change created(String type, String id, Map<String, @Nullable Object> values) {
        return new Change(type, id, Kind.CREATE, values, Set.of(), 0);
    }

    public static Change updated(String type, String id, Map<String, @Nullable Object> values) {
        return new Change(type, id, Kind.UPDATE, values, Set.of(), 0);
    }

    /** One attribute has another value. */
    public static Change updated(String type, String id, String attribute, @Nullable Object value) {
        return updated(type, id, Collections.singletonMap(attribute, value));
    }

    public static Change touched(String type, String id) {
        return new Change(type, id, Kind.TOUCH, Map.of(), Set.of(), 0);
    }

    public static Change deleted(String type, String id) {
        return new Change(type, id, Kind.DELETE, Map.of(), Set.of(), 0);
    }

    /** The same, with further changed attributes whose values are not shown. */
    public Change unseen(String... names) {
        return new Change(type, id, kind, values, Set.of(names), ahead);
    }

    /** The same for a resource that was created by another aggregate's event, before the first one of its own. */
    public Change ofOneBroughtAlong() {
        return new Change(type, id, kind, values, unseen, 1);
    }

    /** The version of the resource after the change. */
    public long version(Recorded cause) {
        return cause.sequence() + ahead;
    }
}
