package io.keyledger.command.access;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes reference, origin or metadata of a membership. */
public record ChangeMembershipLabels(
        @TargetAggregateIdentifier MembershipId membershipId, LabelChange labels) implements MembershipChange {}
