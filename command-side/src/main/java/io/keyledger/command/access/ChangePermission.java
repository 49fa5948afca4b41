package io.keyledger.command.access;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionId;
import io.keyledger.kernel.access.RoleId;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a role may do with one subject.
 *
 * @param allowed         operations to allow (true) or forbid (false); one that is missing stays
 * @param expectedVersion the version of the permission the caller saw; null for any
 */
public record ChangePermission(
        @TargetAggregateIdentifier RoleId roleId,
        PermissionId permissionId,
        Map<Operation, Boolean> allowed,
        LabelChange labels,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangePermission {
        allowed = Map.copyOf(allowed);
    }
}
