package io.keyledger.http.description;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the query string of a read asks for, checked against the resource's description.
 *
 * @param pageNumber from 1
 * @param pageSize   1 to 25
 * @param sort       keys in order; never empty (the resource's own order when none was asked for)
 * @param filters    ANDed
 * @param include    relationship paths such as {@code role.permissions}, each a list of names
 * @param fields     resource type → names to show; a type that is missing shows all
 */
public record ReadOptions(
        int pageNumber,
        int pageSize,
        List<SortKey> sort,
        List<Filter> filters,
        List<List<String>> include,
        Map<String, Set<String>> fields) {

    /** One sort key: an attribute name or {@code id}, and its direction. */
    public record SortKey(String attribute, boolean descending) {}
}
