package io.keyledger.query.reader;

import io.keyledger.kernel.web.ResourceType;
import io.keyledger.kernel.web.Row;
import java.util.List;
import java.util.Map;

/**
 * What a document holds besides its primary data.
 *
 * @param resources each once, none of the primary data
 * @param links     where the included relationships lead
 */
public record Included(List<Resource> resources, Map<Link, List<String>> links) {
    public Included {
        resources = List.copyOf(resources);
        links = Map.copyOf(links);
    }

    /** A row and what it is a row of. */
    public record Resource(ResourceType type, Row row) {}

    /** One relationship of one resource. */
    public record Link(String type, String id, String relationship) {}
}
