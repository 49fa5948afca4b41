package io.keyledger.command.access;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a member act in another role of his organization; an owner stays an admin. */
public record AssignMemberRole(@TargetAggregateIdentifier MembershipId membershipId, RoleInOrganization role)
        implements MembershipChange {}
