package io.keyledger.query.reader;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import java.time.Instant;
import java.util.List;

/** The decorators of all resources. */
record RowDecorators(List<RowDecorator> all) {
    RowDecorators {
        all = List.copyOf(all);
        for (var one : all) {
            if (!one.type().is(Trait.SHOWS_MORE_THAN_ITS_VERSION)) {
                throw new IllegalStateException(
                        "what is added to " + one.type().name() + " would not be told by its entity tag");
            }
        }
    }

    /** Rows of the resource with the values at that time. */
    List<Row> at(Instant now, ResourceType type, List<Row> stored) {
        var rows = stored;
        for (var view : all) {
            if (view.type().equals(type) && !rows.isEmpty()) {
                rows = view.at(now, rows);
            }
        }
        return rows;
    }
}
