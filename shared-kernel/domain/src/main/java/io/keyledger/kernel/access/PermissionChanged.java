package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** What a role may do with one subject changed. */
@Revision("1")
public record PermissionChanged(
        String roleId, String permissionId, boolean canCreate, boolean canRead, boolean canUpdate, boolean canDestroy)
        implements RoleEvent {}
