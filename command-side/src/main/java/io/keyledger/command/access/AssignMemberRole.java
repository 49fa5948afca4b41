package io.keyledger.command.access;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Assigns another role of the same organization to a membership; refused for the owner's, which stays admin. */
public record AssignMemberRole(@TargetAggregateIdentifier MembershipId membershipId, RoleInOrganization role)
        implements MembershipChange {}
