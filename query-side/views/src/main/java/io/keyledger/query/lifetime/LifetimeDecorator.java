package io.keyledger.query.lifetime;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.app.TokenLifetimes;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.RowDecorator;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
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
    private final LastUses uses;
    private final int recommended;

    LifetimeDecorator(Kinds kinds, LastUses uses, LifetimeSettings settings) {
        this.kinds = kinds;
        this.uses = uses;
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
        var known = uses.of(rows.stream().map(Row::id).toList());
        return rows.stream().map(row -> with(row, now, known.get(row.id()))).toList();
    }

    private Row with(Row row, Instant now, @Nullable LastUse use) {
        var values = new HashMap<>(row.values());
        var kind = kinds.find(String.valueOf(values.get(LifetimeChanges.KIND)));
        values.put("default", kind == null ? TokenLifetimes.SHORTEST : kind.defaultLifetime());
        values.put("min", TokenLifetimes.SHORTEST);
        values.put("max", TokenLifetimes.LONGEST);
        values.put("recommended", recommended);
        values.put(
                "over_recommended",
                values.get(LifetimeChanges.EXPIRES_IN) instanceof Integer seconds && seconds > recommended);
        values.put("latest_token_expires_at", use == null ? null : alive(now, use.tokensUntil()));
        return new Row(row.id(), row.organizationId(), row.version(), values);
    }

    private static @Nullable Instant alive(Instant now, @Nullable Instant until) {
        return until == null || until.isBefore(now) ? null : until;
    }
}
