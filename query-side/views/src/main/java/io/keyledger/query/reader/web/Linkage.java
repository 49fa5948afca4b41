package io.keyledger.query.reader.web;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.document.Included;
import io.keyledger.query.reader.Reader;
import java.util.HashMap;
import java.util.List;

/** Says where relationships of rows led, by ids alone: what is there now is not what was there then. */
final class Linkage {
    private Linkage() {}

    static Included of(ResourceType type, Row row) {
        return of(type, List.of(row));
    }

    /** Of the relationships that the rows themselves tell. */
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
