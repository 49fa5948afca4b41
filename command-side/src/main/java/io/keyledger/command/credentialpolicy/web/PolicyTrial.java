package io.keyledger.command.credentialpolicy.web;

import static io.keyledger.http.resources.Resources.CREDENTIAL_POLICIES;

import io.keyledger.command.credentialpolicy.PolicyChange;
import io.keyledger.command.decision.Versions;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.credentialpolicy.PolicyAttributes;
import io.keyledger.kernel.credentialpolicy.PolicyViolations;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers what a change of a policy would do, and records nothing. Source: CONTRACT A4, {@code dry_run}. */
@Component
class PolicyTrial {
    private final CredentialPolicies policies;
    private final PolicyViolations violations;
    private final ResourceAnswers answers;

    PolicyTrial(CredentialPolicies policies, PolicyViolations violations, ResourceAnswers answers) {
        this.policies = policies;
        this.violations = violations;
        this.answers = answers;
    }

    /**
     * The answer to the change.
     *
     * @param row             the policy as it is
     * @param expectedVersion the version the caller saw; null for any
     */
    ResponseEntity<Object> of(PolicyChange change, Caller caller, Row row, @Nullable ExpectedVersions expectedVersion) {
        Versions.require(expectedVersion, row.version(), row.version());
        var organization = new OrganizationId(row.id());
        var before = policies.of(organization);
        var after = change.of(before);
        var values = new HashMap<>(row.values());
        values.putAll(PolicyAttributes.of(after.adoptedBy(organization.value())));
        var consequences = new Consequences(
                before, after, violations.of(organization, before), violations.of(organization, after));
        return answers.tried(
                caller,
                CREDENTIAL_POLICIES,
                new Row(row.id(), row.organizationId(), row.version(), values),
                consequences.meta());
    }
}
