package io.keyledger.command.credentialpolicy;

import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes what an organization allows its credentials, all at once.
 *
 * @param expectedVersion the version the caller saw; null when he does not mind
 */
public record ChangeCredentialPolicy(
        OrganizationId organizationId,
        PolicyChange change,
        @Nullable Long expectedVersion) {
    /** Whose history it is. */
    @TargetAggregateIdentifier
    public PolicyId policyId() {
        return PolicyId.of(organizationId);
    }
}
