package io.keyledger.command.access;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Invites somebody to an organization: the membership is pending until its one-time code is shown, whoever that is.
 *
 * @param email    the invited address; unique among the memberships of the organization
 * @param role     of the membership; belongs to the same organization
 * @param verifier keyed hash of the one-time code
 */
public record InviteMember(
        @TargetAggregateIdentifier MembershipId membershipId,
        OrganizationId organizationId,
        EmailAddress email,
        RoleInOrganization role,
        AccessScope accessScope,
        String verifier,
        LabelChange labels) {}
