package io.keyledger.query.reader;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.util.List;

/**
 * Computes the values of a resource's row that depend on the time of the reading or on other rows. A feature makes a
 * bean of it.
 */
public interface RowDecorator {
    /** The resource. */
    ResourceType type();

    /** The row with the values at that time. */
    Row at(Instant now, Row row);

    /** The same for several rows: overridden where one query serves them all. */
    default List<Row> at(Instant now, List<Row> rows) {
        return rows.stream().map(row -> at(now, row)).toList();
    }
}
