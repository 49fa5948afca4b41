package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a membership the owner's, with the admin role. Sent only by the reaction to a transfer of ownership. */
public record GrantOwnership(@TargetAggregateIdentifier MembershipId membershipId, RoleId adminRole) {}
