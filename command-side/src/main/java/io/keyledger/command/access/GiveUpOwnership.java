package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes the ownership from a membership. Sent only by the reaction to a transfer of ownership. */
public record GiveUpOwnership(@TargetAggregateIdentifier MembershipId membershipId) {}
