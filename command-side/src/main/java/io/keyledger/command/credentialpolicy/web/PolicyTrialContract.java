package io.keyledger.command.credentialpolicy.web;

import io.keyledger.http.openapi.ContractPart;
import io.keyledger.http.openapi.Schema;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The schema of the {@code meta} that answers a dry run. */
@Component
class PolicyTrialContract implements ContractPart {
    static final String TRIAL = "CredentialPolicyTrial";

    private static final String RULE = "rule";
    private static final String REFUSES = "The rules that would refuse something new that is allowed so far.";
    private static final String VIOLATIONS =
            "How many apps or credentials would violate each rule, and how many more than now.";
    private static final String APPS =
            "How many apps would violate the policy, themselves or by a credential, and how many more than now.";

    @Override
    public Map<String, Schema> schemas() {
        return Map.of(
                TRIAL,
                Schema.object()
                        .member("dry_run", Schema.of("boolean"))
                        .member("refuses", Schema.list(refused()).with("description", REFUSES))
                        .member(
                                "violations",
                                Schema.list(counted()
                                                .member(RULE, Schema.oneOf(PolicyRule.words()))
                                                .requiringAll())
                                        .with("description", VIOLATIONS))
                        .member("apps", counted().with("description", APPS))
                        .requiringAll());
    }

    private static Schema refused() {
        var rules = Arrays.stream(PolicyRule.values()).map(PolicyRule::word).toList();
        return Schema.object()
                .member(RULE, Schema.oneOf(rules))
                .member("code", Schema.of("string"))
                .member("limit", Schema.of("string"))
                .requiringAll();
    }

    private static Schema counted() {
        return Schema.object()
                .member("count", Schema.of("integer").with("minimum", 0))
                .member("more", Schema.of("integer"))
                .requiringAll();
    }
}
