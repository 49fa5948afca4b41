package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes the modes a user sees under a membership. */
public record ChangeAccessScope(@TargetAggregateIdentifier MembershipId membershipId, AccessScope accessScope)
        implements MembershipChange {}
