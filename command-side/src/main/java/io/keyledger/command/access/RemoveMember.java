package io.keyledger.command.access;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Removes a membership; refused for the owner's until the ownership is transferred. Part of {@link EndMembership}.
 *
 * @param member whose it is as far as the sender knows, who has to do more for a member; null while it is pending. When
 *               it was accepted meanwhile, the sender has lost a race
 */
public record RemoveMember(
        @TargetAggregateIdentifier MembershipId membershipId,
        @Nullable UserId member,
        @Nullable ExpectedVersions expectedVersion) {}
