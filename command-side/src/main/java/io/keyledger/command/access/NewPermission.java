package io.keyledger.command.access;

import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionId;
import java.util.Set;

/**
 * A permission to add to a role.
 *
 * @param id      id of the permission
 * @param subject the resource it covers
 * @param allowed the operations it allows; it forbids all others
 */
public record NewPermission(PermissionId id, PermissionSubject subject, Set<Operation> allowed) {
    public NewPermission {
        allowed = Set.copyOf(allowed);
    }
}
