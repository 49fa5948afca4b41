package io.keyledger.command.access;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Invites an e-mail address to an organization.
 *
 * @param email the invited address; unique among the memberships of the organization
 * @param role  of the membership; belongs to the same organization
 * @param owner whether it is the owner's membership: only the founder's, which a reaction sends
 */
public record InviteMember(
        @TargetAggregateIdentifier MembershipId membershipId,
        OrganizationId organizationId,
        EmailAddress email,
        RoleInOrganization role,
        AccessScope accessScope,
        boolean owner,
        Admission admission,
        LabelChange labels) {}
