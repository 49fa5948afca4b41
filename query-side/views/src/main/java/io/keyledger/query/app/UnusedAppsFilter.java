package io.keyledger.query.app;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
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

/** The apps that were not used for a time; one that was never used counts from its registration. */
final class UnusedAppsFilter implements ComputedFilter {
    @Override
    public ResourceType type() {
        return Resources.APP_REGISTRATIONS;
    }

    @Override
    public Bson condition(Instant now, String question, List<Object> values) {
        var since = Date.from(Span.parse(values.getFirst().toString()).before(now));
        return or(
                lte(UsesOfApps.LAST_USED_AT, since), and(eq(UsesOfApps.LAST_USED_AT, null), lte("created_at", since)));
    }
}
