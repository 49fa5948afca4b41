package io.keyledger.kernel.access;

import io.keyledger.kernel.DomainEvent;

/** The events of a role and its permissions. */
public sealed interface RoleEvent extends DomainEvent
        permits RoleDefined, RoleRenamed, PermissionGranted, PermissionChanged {
    /** Id of the aggregate whose history this is part of. */
    String roleId();
}
