package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a member the owner of his organization, acting in the admin role. Sent by the policy alone. */
public record GrantOwnership(@TargetAggregateIdentifier MembershipId membershipId, RoleId adminRole) {}
