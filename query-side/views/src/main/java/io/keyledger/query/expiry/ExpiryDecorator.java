package io.keyledger.query.expiry;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.AppNames;
import io.keyledger.query.reader.RowDecorator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes state and days left at the time of the reading, and adds the app's present name. */
final class ExpiryDecorator implements RowDecorator {
    private final AppNames names;

    ExpiryDecorator(AppNames names) {
        this.names = names;
    }

    @Override
    public ResourceType type() {
        return Resources.SECRET_EXPIRIES;
    }

    @Override
    public Row at(Instant now, Row row) {
        return at(now, List.of(row)).getFirst();
    }

    @Override
    public List<Row> at(Instant now, List<Row> rows) {
        var nameOf = names.of(rows.stream().map(ExpiryDecorator::app).toList());
        return rows.stream().map(row -> shown(now, row, nameOf.get(app(row)))).toList();
    }

    private static Row shown(Instant now, Row row, @Nullable String appName) {
        var values = new HashMap<>(row.values());
        values.put("state", ExpiryState.of(row, now).word());
        values.put("app_name", appName);
        if (values.get(ExpiryRow.EXPIRES_AT) instanceof Instant end) {
            var left = Duration.between(now, end);
            values.put(
                    "days_left",
                    Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds()));
        }
        return new Row(row.id(), row.organizationId(), row.version(), values);
    }

    private static String app(Row row) {
        return String.valueOf(row.values().get(ExpiryRow.APP));
    }
}
