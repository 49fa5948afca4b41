package io.keyledger.query.reader;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Included;
import io.keyledger.http.resources.Resources;
import io.keyledger.view.row.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Follows relationships from rows to rows, one query for each relationship and level however many rows there are. */
final class Includes {
    /** The most rows that one relationship includes in a document; the list of a to-many one pages through all. */
    private static final int LONGEST = 1000;

    private final Rows rows;
    private final Visibility visibility;
    private final Map<String, Included.Resource> resources = new LinkedHashMap<>();
    private final Map<Included.Link, List<String>> links = new LinkedHashMap<>();

    Includes(Rows rows, Visibility visibility) {
        this.rows = rows;
        this.visibility = visibility;
    }

    Included load(ResourceType type, List<Row> from, List<List<String>> paths) {
        follow(type, from, paths);
        from.forEach(row -> resources.remove(key(type, row)));
        return new Included(List.copyOf(resources.values()), links);
    }

    private void follow(ResourceType type, List<Row> from, List<List<String>> paths) {
        firstSteps(paths).forEach((name, onward) -> {
            var relationship = Objects.requireNonNull(type.relationship(name));
            var target = Resources.target(relationship);
            var found = switch (relationship.kind()) {
                case TO_ONE, TO_LISTED -> byId(type, from, relationship);
                case TO_MANY -> byOwner(type, from, relationship);
            };
            found.forEach(row -> resources.putIfAbsent(key(target, row), new Included.Resource(target, row)));
            follow(target, found, onward);
        });
    }

    private static Map<String, List<List<String>>> firstSteps(List<List<String>> paths) {
        return paths.stream()
                .filter(path -> !path.isEmpty())
                .collect(Collectors.groupingBy(
                        List::getFirst,
                        TreeMap::new,
                        Collectors.mapping(path -> path.subList(1, path.size()), Collectors.toList())));
    }

    private List<Row> byId(ResourceType type, List<Row> from, Relationship relationship) {
        var ids = from.stream()
                .flatMap(row -> Rows.targets(row, relationship).stream())
                .distinct()
                .limit(LONGEST)
                .toList();
        from.forEach(row -> link(type, row.id(), relationship, Rows.targets(row, relationship)));
        var target = Resources.target(relationship);
        return rows.findAll(target, ids).stream()
                .filter(row -> visibility.sees(target, row))
                .toList();
    }

    private List<Row> byOwner(ResourceType type, List<Row> from, Relationship relationship) {
        var target = Resources.target(relationship);
        var owners = from.stream().map(Row::id).toList();
        var condition = Filters.and(Filters.in(relationship.field(), owners), visibility.of(target));
        var order = Sorts.ascending("created_at", StoredRow.ID);
        var found = rows.list(target, rows.query(target, condition).sort(order).limit(LONGEST));
        var byOwner = found.stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.values().get(relationship.field())),
                        Collectors.mapping(Row::id, Collectors.toList())));
        owners.forEach(id -> link(type, id, relationship, byOwner.getOrDefault(id, List.of())));
        return found;
    }

    private void link(ResourceType type, String id, Relationship relationship, List<String> targets) {
        links.put(new Included.Link(type.name(), id, relationship.name()), targets);
    }

    private static String key(ResourceType type, Row row) {
        return type.name() + '/' + row.id();
    }
}
