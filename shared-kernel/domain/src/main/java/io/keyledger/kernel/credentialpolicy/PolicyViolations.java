package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.organization.OrganizationId;
import java.util.Map;

/** Counts what violates a policy. Implemented by the query side, which also lists it. */
public interface PolicyViolations {
    /** What would violate the policy now if it were the organization's. */
    Count of(OrganizationId organization, CredentialPolicy policy);

    /**
     * The numbers of violations.
     *
     * @param byRule how many apps or credentials violate each rule, by its {@linkplain PolicyRule#words() word}
     * @param apps   how many apps violate one rule or more, themselves or by a credential
     */
    record Count(Map<String, Long> byRule, long apps) {
        public Count {
            byRule = Map.copyOf(byRule);
        }
    }
}
