package io.keyledger.query.reader.web;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Included;
import io.keyledger.query.reader.Reader;
import java.util.HashMap;
import java.util.List;

/** Links to the related resources by ids alone, without including them: they may have changed since. */
final class Linkage {
    private Linkage() {}

    static Included of(ResourceType type, Row row) {
        return of(type, List.of(row));
    }

    /** From the relationships that the rows' own fields hold. */
    static Included of(ResourceType type, List<Row> rows) {
        var links = new HashMap<Included.Link, List<String>>();
        for (var row : rows) {
            type.relationships().stream()
                    .filter(relationship -> relationship.kind() != Relationship.Kind.TO_MANY)
                    .forEach(relationship -> links.put(
                            new Included.Link(type.name(), row.id(), relationship.name()),
                            Reader.targets(row, relationship)));
        }
        return new Included(List.of(), links);
    }
}
