package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a member see other modes. */
public record ChangeAccessScope(@TargetAggregateIdentifier MembershipId membershipId, AccessScope accessScope)
        implements MembershipChange {}
