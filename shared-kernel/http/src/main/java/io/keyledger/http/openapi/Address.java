package io.keyledger.http.openapi;

import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.resources.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resource of an address, derived from its segments and the resource tables.
 *
 * @param form         which of the usual forms it has
 * @param type         its resource; null when the form is {@link Form#OTHER}
 * @param owner        the resource above it in the path; null when there is none
 * @param relationship the owner's relationship to it; null when its table has none
 */
record Address(
        Form form,
        @Nullable ResourceType type,
        @Nullable ResourceType owner,
        @Nullable Relationship relationship) {

    enum Form {
        /** {@code /api/roles}. */
        COLLECTION,
        /** {@code /api/roles/{id}}. */
        MEMBER,
        /** {@code /api/roles/{id}/permissions}. */
        RELATED,
        /** {@code /api/roles/{id}/relationships/permissions}. */
        IDENTIFIERS,
        /** Anything else. */
        OTHER
    }

    private static final String API = "/api/";
    private static final Address OTHER = new Address(Form.OTHER, null, null, null);

    static Address of(String path) {
        if (!path.startsWith(API)) {
            return OTHER;
        }
        var segments = List.of(path.substring(API.length()).split("/"));
        var last = segments.getLast();
        var before = segments.subList(0, segments.size() - 1);
        if (isId(last)) {
            return before.isEmpty() ? OTHER : member(before.getLast(), before.subList(0, before.size() - 1));
        }
        if (!before.isEmpty() && before.getLast().equals("relationships")) {
            return along(Form.IDENTIFIERS, owner(before.subList(0, before.size() - 1)), last);
        }
        return before.isEmpty() ? alone(last) : along(Form.RELATED, owner(before), last);
    }

    private static Address member(String name, List<String> above) {
        var type = Resources.byName(name);
        var owner = owner(above);
        var isLost = type == null || (owner == null && !above.isEmpty());
        return isLost ? OTHER : new Address(Form.MEMBER, type, owner, null);
    }

    private static Address alone(String name) {
        var singleton = singleton(name);
        if (singleton != null) {
            return new Address(Form.MEMBER, singleton, null, null);
        }
        var type = Resources.byName(name);
        return type == null ? OTHER : new Address(Form.COLLECTION, type, null, null);
    }

    private static Address along(Form form, @Nullable ResourceType owner, String name) {
        if (owner == null) {
            return OTHER;
        }
        var relationship = owner.relationship(name);
        if (relationship != null) {
            return new Address(form, Resources.target(relationship), owner, relationship);
        }
        var type = Resources.byName(name);
        return type == null ? OTHER : new Address(Form.COLLECTION, type, owner, null);
    }

    /** The type of the one resource that these segments address. */
    private static @Nullable ResourceType owner(List<String> segments) {
        if (segments.size() == 1) {
            return singleton(segments.getFirst());
        }
        return segments.size() > 1 && isId(segments.getLast())
                ? Resources.byName(segments.get(segments.size() - 2))
                : null;
    }

    /** The singleton at this address; null when there is none. */
    static @Nullable ResourceType singleton(String segment) {
        var type = Resources.byCallersOne(segment);
        return type != null && type.is(Trait.SINGLETON) ? type : null;
    }

    private static boolean isId(String segment) {
        return segment.startsWith("{");
    }
}
