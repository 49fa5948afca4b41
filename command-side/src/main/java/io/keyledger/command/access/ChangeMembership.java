package io.keyledger.command.access;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.MembershipId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of one membership: all of them, or none and all reasons.
 *
 * @param changes         what to change, each for the same membership
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeMembership(
        @TargetAggregateIdentifier MembershipId membershipId,
        List<MembershipChange> changes,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangeMembership {
        changes = List.copyOf(changes);
        if (!changes.stream().allMatch(change -> change.membershipId().equals(membershipId))) {
            throw new IllegalArgumentException("a change of another membership than " + membershipId);
        }
    }
}
