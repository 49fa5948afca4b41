package io.keyledger.command.access;

import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionId;
import java.util.Set;

/**
 * A permission a role may get.
 *
 * @param id      names it
 * @param subject what it is about
 * @param allowed what may be done with the subject; the rest may not
 */
public record NewPermission(PermissionId id, PermissionSubject subject, Set<Operation> allowed) {
    public NewPermission {
        allowed = Set.copyOf(allowed);
    }
}
