package io.keyledger.query.reader;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.resources.Resources;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds the time of last use, to the minute.
 *
 * @param type a resource whose uses are noted by id
 */
record LastUseDecorator(ResourceType type, LastUses uses) implements RowDecorator {
    private static final String LAST_USED_AT = "last_used_at";

    /** One for every resource whose uses are noted. */
    static Stream<RowDecorator> ofAll(LastUses uses) {
        return Resources.all(Trait.USED).stream().map(type -> new LastUseDecorator(type, uses));
    }

    @Override
    public Row at(Instant now, Row row) {
        return at(now, List.of(row)).getFirst();
    }

    @Override
    public List<Row> at(Instant now, List<Row> rows) {
        var known = uses.of(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> with(row, until(now, known.get(row.id()))))
                .toList();
    }

    /** Only the last use is stored: for a time before it the result is null. */
    private static @Nullable Instant until(Instant now, @Nullable LastUse use) {
        return use == null || use.at().isAfter(now) ? null : use.at();
    }

    private static Row with(Row row, @Nullable Instant usedAt) {
        var values = new HashMap<>(row.values());
        values.put(LAST_USED_AT, usedAt);
        return new Row(row.id(), row.organizationId(), row.version(), values);
    }
}
