package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes an owner an ordinary member. Sent by the policy alone. */
public record GiveUpOwnership(@TargetAggregateIdentifier MembershipId membershipId) {}
