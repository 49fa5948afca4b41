package io.keyledger.query.lifetime;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.app.TokenLifetimes;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.RowDecorator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a lifetime its bounds, the kind's default, the operator's recommendation, and the expiry of tokens already
 * issued.
 */
final class LifetimeDecorator implements RowDecorator {
    private final Kinds kinds;
    private final LiveTokens tokens;
    private final int recommended;

    LifetimeDecorator(Kinds kinds, LiveTokens tokens, LifetimeSettings settings) {
        this.kinds = kinds;
        this.tokens = tokens;
        this.recommended = Math.toIntExact(settings.recommendedLifetime().toSeconds());
    }

    @Override
    public ResourceType type() {
        return Resources.TOKEN_LIFETIMES;
    }

    @Override
    public Row at(Instant now, Row row) {
        return at(now, List.of(row)).getFirst();
    }

    @Override
    public List<Row> at(Instant now, List<Row> rows) {
        var ends = tokens.ends(rows);
        return rows.stream().map(row -> with(row, now, ends.get(row.id()))).toList();
    }

    private Row with(Row row, Instant now, @Nullable Instant end) {
        var values = new HashMap<>(row.values());
        var kind = kinds.find(String.valueOf(values.get(LifetimeChanges.KIND)));
        values.put("default", kind == null ? TokenLifetimes.SHORTEST : kind.defaultLifetime());
        values.put("min", TokenLifetimes.SHORTEST);
        values.put("max", TokenLifetimes.LONGEST);
        values.put("recommended", recommended);
        values.put(
                "over_recommended",
                values.get(LifetimeChanges.EXPIRES_IN) instanceof Integer seconds && seconds > recommended);
        values.put("latest_token_expires_at", end == null || end.isBefore(now) ? null : end);
        return new Row(row.id(), row.organizationId(), row.version(), values);
    }
}
