package io.keyledger.command.access;

import io.keyledger.kernel.access.RoleId;

/** One change of a role; several make one {@link ChangeRole}. */
public sealed interface RoleChange permits RenameRole, AddMissingBasePermissions, ChangeRoleLabels {
    /** The role it changes. */
    RoleId roleId();
}
