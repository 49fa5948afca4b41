package io.keyledger.command.credentialpolicy.web;

import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.kernel.credentialpolicy.PolicyViolations;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changes when one policy replaces another.
 *
 * @param now  the violations of the policy before
 * @param then the violations of the policy after
 */
record Consequences(
        CredentialPolicy before, CredentialPolicy after, PolicyViolations.Count now, PolicyViolations.Count then) {
    private static final String RULE = "rule";

    /** The {@code meta} of the answer; described by {@link PolicyTrialContract}. */
    Map<String, @Nullable Object> meta() {
        var meta = new LinkedHashMap<String, @Nullable Object>();
        meta.put("dry_run", true);
        meta.put("refuses", refuses());
        meta.put("violations", violations());
        meta.put("apps", counted(now.apps(), then.apps()));
        return meta;
    }

    /** The rules that would refuse something new that is allowed so far. */
    private List<? extends Map<String, Object>> refuses() {
        return Arrays.stream(PolicyRule.values())
                .filter(this::isStricter)
                .map(rule -> {
                    var refused = new LinkedHashMap<String, Object>();
                    refused.put(RULE, rule.word());
                    refused.put("code", rule.code().name());
                    refused.put("limit", rule.limitText(after));
                    return refused;
                })
                .toList();
    }

    private boolean isStricter(PolicyRule rule) {
        var limit = rule.limit(after);
        var limitBefore = rule.limit(before);
        return limit != null && (limitBefore == null || limit < limitBefore);
    }

    private List<? extends Map<String, Object>> violations() {
        return PolicyRule.words().stream()
                .map(rule -> {
                    var violated = new LinkedHashMap<String, Object>();
                    violated.put(RULE, rule);
                    violated.putAll(counted(count(now, rule), count(then, rule)));
                    return violated;
                })
                .toList();
    }

    private static Map<String, Object> counted(long before, long after) {
        var counted = new LinkedHashMap<String, Object>();
        counted.put("count", after);
        counted.put("more", after - before);
        return counted;
    }

    private static long count(PolicyViolations.Count count, String rule) {
        return count.byRule().getOrDefault(rule, 0L);
    }
}
