package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.organization.OrganizationId;
import java.util.Map;

/** What violates policies of all that there is. Implemented by the query side, by what also lists it. */
public interface PolicyViolations {
    /** How much of the organization's would violate the policy just now if it were the organization's. */
    Count of(OrganizationId organization, CredentialPolicy policy);

    /**
     * How many there are.
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
