package io.keyledger.query.reader;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.util.List;

/** What of a resource's row depends on the time of the reading. A feature makes a bean of it. */
public interface RowDecorator {
    /** The resource. */
    ResourceType type();

    /** The row as it is shown then. */
    Row at(Instant now, Row row);

    /** The same of several: overridden where one question answers for all. */
    default List<Row> at(Instant now, List<Row> rows) {
        return rows.stream().map(row -> at(now, row)).toList();
    }
}
