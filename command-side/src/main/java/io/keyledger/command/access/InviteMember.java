package io.keyledger.command.access;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks somebody to join an organization.
 *
 * @param email who is asked; unique among the memberships of the organization
 * @param role  he acts in, one of the same organization
 * @param owner whether he owns the organization: for its founder alone, sent by the policy
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
