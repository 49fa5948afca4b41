package io.keyledger.query.expiry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.expiry.Span;
import io.keyledger.query.reader.ComputedFilter;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The computed filters of expiries, which compare instants in the rows with the present one. */
final class ExpiryFilter implements ComputedFilter {
    @Override
    public ResourceType type() {
        return Resources.SECRET_EXPIRIES;
    }

    @Override
    public Bson condition(Instant now, String question, List<Object> values) {
        var asked = values.getFirst().toString();
        return switch (question) {
            case "within" ->
                and(
                        gt(ExpiryRow.EXPIRES_AT, Date.from(now)),
                        lte(ExpiryRow.EXPIRES_AT, Date.from(Span.parse(asked).after(now))));
            case "state" ->
                or(values.stream()
                        .map(state -> ExpiryState.of(state.toString()).condition(Date.from(now)))
                        .toList());
            case "app_id" -> eq(ExpiryRow.APP, asked);
            case "unused_for" ->
                lte(ExpiryRow.UNUSED_SINCE, Date.from(Span.parse(asked).before(now)));
            default -> throw new IllegalArgumentException("nobody asks " + question);
        };
    }

    /**
     * Expiring rows lie between two instants in different fields, which no index covers; each other state depends on
     * one.
     */
    @Override
    public @Nullable String remainder(String question) {
        return question.equals("state") ? ExpiryState.EXPIRING.word() : null;
    }
}
