package io.keyledger.command.credentialpolicy;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.credentialpolicy.PolicyId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes the credential policy of an organization; all changes are one event.
 *
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeCredentialPolicy(
        OrganizationId organizationId,
        PolicyChange change,
        @Nullable ExpectedVersions expectedVersion) {
    /** Id of the aggregate. */
    @TargetAggregateIdentifier
    public PolicyId policyId() {
        return PolicyId.of(organizationId.value());
    }
}
