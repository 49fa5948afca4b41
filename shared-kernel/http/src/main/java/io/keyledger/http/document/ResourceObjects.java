package io.keyledger.http.document;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders rows as resource objects. Source: CONTRACT part B, section 3.2. */
final class ResourceObjects {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final Addresses addresses;
    private final Map<String, Set<String>> fields;
    private final Map<Included.Link, List<String>> links;

    ResourceObjects(Addresses addresses, Map<String, Set<String>> fields, Map<Included.Link, List<String>> links) {
        this.addresses = addresses;
        this.fields = fields;
        this.links = links;
    }

    Map<String, @Nullable Object> render(ResourceType type, Row row) {
        var self = addresses.of(type, row.id());
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("id", row.id());
        object.put("type", type.name());
        object.put("links", Map.of("self", self));
        object.put("attributes", attributes(type, row));
        object.put("relationships", relationships(type, row, self));
        return object;
    }

    private Map<String, @Nullable Object> attributes(ResourceType type, Row row) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var attribute : type.attributes()) {
            if (!attribute.writeOnly() && isAskedFor(type, attribute.name())) {
                shown.put(attribute.name(), value(attribute, row.values().get(attribute.name())));
            }
        }
        return shown;
    }

    private static @Nullable Object value(Attribute attribute, @Nullable Object stored) {
        return switch (stored) {
            case null -> empty(attribute.type());
            case Instant instant -> MILLISECONDS.format(instant);
            default -> stored;
        };
    }

    private static @Nullable Object empty(Attribute.Type type) {
        return switch (type) {
            case OBJECT -> Map.of();
            case STRINGS, LINES, INTEGERS -> List.of();
            default -> null;
        };
    }

    private Map<String, @Nullable Object> relationships(ResourceType type, Row row, String self) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var relationship : type.relationships()) {
            if (isAskedFor(type, relationship.name())) {
                shown.put(relationship.name(), relationship(type, row, self, relationship));
            }
        }
        return shown;
    }

    private Map<String, @Nullable Object> relationship(
            ResourceType type, Row row, String self, Relationship relationship) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        var name = relationship.name();
        var link = new LinkedHashMap<String, String>();
        link.put("self", self + "/relationships/" + name);
        link.put("related", self + '/' + name);
        shown.put("links", link);
        var ids = links.get(new Included.Link(type.name(), row.id(), name));
        if (ids != null) {
            shown.put("data", linkage(relationship, ids));
        }
        return shown;
    }

    private static @Nullable Object linkage(Relationship relationship, List<String> ids) {
        var identifiers = ids.stream()
                .map(id -> Map.of("type", relationship.target(), "id", id))
                .toList();
        if (relationship.many()) {
            return identifiers;
        }
        return identifiers.isEmpty() ? null : identifiers.getFirst();
    }

    private boolean isAskedFor(ResourceType type, String name) {
        var asked = fields.get(type.name());
        return asked == null || asked.contains(name);
    }
}
