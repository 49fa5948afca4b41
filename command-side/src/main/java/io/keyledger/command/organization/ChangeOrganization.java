package io.keyledger.command.organization;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of one organization: all of them, or none and all reasons.
 *
 * @param changes         what to change, each for the same organization
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeOrganization(
        @TargetAggregateIdentifier OrganizationId organizationId,
        List<OrganizationChange> changes,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangeOrganization {
        changes = List.copyOf(changes);
        if (!changes.stream().allMatch(change -> change.organizationId().equals(organizationId))) {
            throw new IllegalArgumentException("a change of another organization than " + organizationId);
        }
    }
}
