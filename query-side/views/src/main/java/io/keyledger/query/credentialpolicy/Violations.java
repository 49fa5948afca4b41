package io.keyledger.query.credentialpolicy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.view.row.StoredRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** The condition on rows that violate policies at one instant. */
final class Violations {
    private static final Bson NONE = in(StoredRow.ID, List.of());

    private Violations() {}

    /**
     * For several organizations. The rules are a condition of their own, so that an index can be used.
     *
     * @param policies by organization
     */
    static Bson of(Map<String, CredentialPolicy> policies, Instant now) {
        var each = new ArrayList<Bson>();
        var rules = new TreeSet<String>();
        policies.forEach((organization, policy) -> limited(policy, now).forEach(rule -> {
            rules.add(rule);
            each.add(exceeding(organization, policy, rule, now));
        }));
        return each.isEmpty() ? NONE : and(in(FactRow.RULE, rules), stillThere(now), or(each));
    }

    /** For one rule. */
    static Bson of(String organization, CredentialPolicy policy, String rule, Instant now) {
        return limited(policy, now).contains(rule)
                ? and(exceeding(organization, policy, rule, now), stillThere(now))
                : NONE;
    }

    /** The rules that the policy sets. */
    private static List<String> limited(CredentialPolicy policy, Instant now) {
        var rules = Arrays.stream(PolicyRule.values())
                .filter(rule -> rule.limit(policy) != null)
                .map(PolicyRule::word);
        var unused = policy.unusedBefore(now) == null ? Stream.<String>empty() : Stream.of(PolicyRule.UNUSED_AFTER);
        return Stream.concat(rules, unused).toList();
    }

    private static Bson exceeding(String organization, CredentialPolicy policy, String rule, Instant now) {
        var ofRule = and(eq(StoredRow.ORGANIZATION, organization), eq(FactRow.RULE, rule));
        return rule.equals(PolicyRule.UNUSED_AFTER)
                ? and(ofRule, lt(FactRow.UNUSED_SINCE, Date.from(Objects.requireNonNull(policy.unusedBefore(now)))))
                : and(ofRule, exceeds(PolicyRule.of(rule), policy, now));
    }

    private static Bson stillThere(Instant now) {
        return gt(FactRow.OVER_AT, Date.from(now));
    }

    /** The number of live secrets exceeds the limit until the first secret over the limit has expired. */
    private static Bson exceeds(PolicyRule rule, CredentialPolicy policy, Instant now) {
        var limit = Objects.requireNonNull(rule.limit(policy));
        var exceeds = gt(FactRow.MEASURE, limit);
        return rule == PolicyRule.MAX_LIVE_SECRETS
                ? and(exceeds, gt(LiveSecrets.end(limit + 1), Date.from(now)))
                : exceeds;
    }
}
