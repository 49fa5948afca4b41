package io.keyledger.http.document;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import java.util.List;
import java.util.Map;

/**
 * What a document holds besides its primary data.
 *
 * @param resources each once, none of the primary data
 * @param links     targets of the included relationships, of primary and of included resources: ids in order, none when
 *                  a to-one relationship is empty; a relationship that is missing here shows no {@code data}
 */
public record Included(List<Resource> resources, Map<Link, List<String>> links) {
    /** No resources are included. */
    public static final Included NONE = new Included(List.of(), Map.of());

    public Included {
        resources = List.copyOf(resources);
        links = Map.copyOf(links);
    }

    /** A row and what it is a row of. */
    public record Resource(ResourceType type, Row row) {}

    /** One relationship of one resource; the type is its plural name. */
    public record Link(String type, String id, String relationship) {}
}
