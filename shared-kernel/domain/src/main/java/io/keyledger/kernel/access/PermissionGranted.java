package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A role got a permission on one subject. */
@Revision("1")
public record PermissionGranted(
        String roleId,
        String permissionId,
        String organizationId,
        String subject,
        boolean canCreate,
        boolean canRead,
        boolean canUpdate,
        boolean canDestroy)
        implements RoleEvent {}
