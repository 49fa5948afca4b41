package io.keyledger.command.access;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes the owner's membership of a new organization, active at once, because the owner is who registers it. Sent only
 * by the reaction to a new organization.
 *
 * @param userId the founder
 * @param email  the founder's address at that time
 * @param admin  the role of the owner
 */
public record FoundMembership(
        @TargetAggregateIdentifier MembershipId membershipId,
        OrganizationId organizationId,
        UserId userId,
        EmailAddress email,
        RoleInOrganization admin) {}
