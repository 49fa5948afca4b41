package io.keyledger.command.access;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.UserId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of one user: all of them, or none and all reasons.
 *
 * @param changes         what to change, each for the same user
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeUser(
        @TargetAggregateIdentifier UserId userId,
        List<UserChange> changes,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangeUser {
        changes = List.copyOf(changes);
        if (!changes.stream().allMatch(change -> change.userId().equals(userId))) {
            throw new IllegalArgumentException("a change of another user than " + userId);
        }
    }
}
