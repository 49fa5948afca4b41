package io.keyledger.query.credentialpolicy;

import com.mongodb.client.model.Aggregates;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.kernel.credentialpolicy.PolicyViolations;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/** Counts violations by the condition that lists them. */
final class CountedViolations implements PolicyViolations {
    private static final String COUNT = "n";

    private final ViewsDatabase views;
    private final Clock clock;

    CountedViolations(ViewsDatabase views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Override
    public Count of(OrganizationId organization, CredentialPolicy policy) {
        var now = clock.instant();
        var byRule = new HashMap<String, Long>();
        for (var rule : PolicyRule.words()) {
            byRule.put(rule, views.count(PolicyViews.FACTS, Violations.of(organization.value(), policy, rule, now)));
        }
        return new Count(byRule, apps(Violations.of(Map.of(organization.value(), policy), now)));
    }

    /** Counted in the database: the ids may be more than fit in memory. */
    private long apps(Bson condition) {
        var found = views.collection(PolicyViews.FACTS)
                .aggregate(List.of(
                        Aggregates.match(condition), Aggregates.group("$" + FactRow.APP), Aggregates.count(COUNT)))
                .first();
        return found == null ? 0 : found.get(COUNT, Number.class).longValue();
    }
}
