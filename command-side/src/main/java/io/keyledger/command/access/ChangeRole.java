package io.keyledger.command.access;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.RoleId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of one role: all of them, or none and all reasons.
 *
 * @param changes         what to change, each for the same role
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeRole(
        @TargetAggregateIdentifier RoleId roleId,
        List<RoleChange> changes,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangeRole {
        changes = List.copyOf(changes);
        if (!changes.stream().allMatch(change -> change.roleId().equals(roleId))) {
            throw new IllegalArgumentException("a change of another role than " + roleId);
        }
    }
}
