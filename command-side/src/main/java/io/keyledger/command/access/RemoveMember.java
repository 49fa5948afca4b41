package io.keyledger.command.access;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.MembershipId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Removes a membership; refused for the owner's until the ownership is transferred. Part of {@link EndMembership}. */
public record RemoveMember(
        @TargetAggregateIdentifier MembershipId membershipId,
        @Nullable ExpectedVersions expectedVersion) {}
