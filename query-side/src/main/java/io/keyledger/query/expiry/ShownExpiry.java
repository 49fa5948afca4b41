package io.keyledger.query.expiry;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.keyledger.kernel.web.ResourceType;
import io.keyledger.kernel.web.Resources;
import io.keyledger.kernel.web.Row;
import io.keyledger.query.reader.Shown;
import io.keyledger.query.support.StoredRow;
import io.keyledger.query.support.Tables;
import io.keyledger.query.support.ViewsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** State and days left follow from the time of the reading; the app is shown by its present name. */
final class ShownExpiry implements Shown {
    private static final String NAME = "name";

    private final ViewsDatabase views;

    ShownExpiry(ViewsDatabase views) {
        this.views = views;
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
        var names = names(rows.stream().map(ShownExpiry::app).collect(Collectors.toSet()));
        return rows.stream().map(row -> shown(now, row, names.get(app(row)))).toList();
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

    private Map<String, String> names(Iterable<String> apps) {
        var names = new HashMap<String, String>();
        views.collection(Tables.of(Resources.API_CREDENTIALS))
                .find(Filters.in(StoredRow.ID, apps))
                .projection(Projections.include(NAME))
                .forEach(app -> names.put(app.getString(StoredRow.ID), app.getString(NAME)));
        return names;
    }

    private static String app(Row row) {
        return String.valueOf(row.values().get(ExpiryRow.APP));
    }
}
