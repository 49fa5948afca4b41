package io.keyledger.kernel.credentialpolicy;

import io.keyledger.kernel.organization.OrganizationId;

/** The policies of all organizations, as they are at the moment of asking. */
public interface CredentialPolicies {
    /** That of the organization; {@link CredentialPolicy#DEFAULT} when it has not set one. */
    CredentialPolicy of(OrganizationId organization);
}
