package io.keyledger.query.credentialpolicy;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.ExtraCondition;
import java.time.Instant;
import java.util.Set;
import org.bson.conversions.Bson;

/** Selects the rows that violate their organization's present policy. */
final class ViolationCondition implements ExtraCondition {
    private final PoliciesInForce policies;

    ViolationCondition(PoliciesInForce policies) {
        this.policies = policies;
    }

    @Override
    public ResourceType type() {
        return Resources.POLICY_VIOLATIONS;
    }

    @Override
    public Bson condition(Set<String> organizations, Instant now) {
        return Violations.of(policies.of(organizations), now);
    }
}
