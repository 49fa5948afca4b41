package io.keyledger.command.organization;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Transfers an organization to another membership. A reaction moves the ownership between the two memberships in the
 * same commit; either of them may refuse.
 *
 * @param from      membership of the present owner
 * @param to        membership of the next one
 * @param adminRole the role that the next one must act in already
 */
public record TransferOwnership(
        @TargetAggregateIdentifier OrganizationId organizationId,
        MembershipId from,
        MembershipId to,
        RoleId adminRole,
        @Nullable ExpectedVersions expectedVersion) {}
