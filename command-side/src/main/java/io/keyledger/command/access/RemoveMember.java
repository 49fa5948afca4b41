package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Ends a membership; an owner hands over first. */
public record RemoveMember(
        @TargetAggregateIdentifier MembershipId membershipId,
        @Nullable Long expectedVersion) {}
