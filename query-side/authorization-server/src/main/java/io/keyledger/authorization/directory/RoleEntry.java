package io.keyledger.authorization.directory;

import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.RoleRenamed;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A role and what it allows.
 *
 * @param permissions by permission id
 */
record RoleEntry(String id, String kind, Map<String, Permission> permissions) {

    /** The operations a role may do with one subject. */
    record Permission(String subject, Set<Operation> operations) {}

    static @Nullable RoleEntry after(@Nullable RoleEntry before, RoleEvent event) {
        return switch (event) {
            case RoleDefined e -> new RoleEntry(e.roleId(), e.kind(), Map.of());
            case RoleEvent _ when before == null -> null;
            case RoleRenamed _ -> before;
            case PermissionGranted e -> before.with(e.permissionId(), new Permission(e.subject(), operations(e)));
            case PermissionChanged e -> before.changed(e);
        };
    }

    Map<String, Set<Operation>> bySubject() {
        return permissions.values().stream()
                .collect(Collectors.toMap(Permission::subject, Permission::operations, RoleEntry::union));
    }

    private RoleEntry changed(PermissionChanged e) {
        var permission = permissions.get(e.permissionId());
        return permission == null ? this : with(e.permissionId(), new Permission(permission.subject(), operations(e)));
    }

    private RoleEntry with(String permissionId, Permission permission) {
        var more = new HashMap<>(permissions);
        more.put(permissionId, permission);
        return new RoleEntry(id, kind, Map.copyOf(more));
    }

    private static Set<Operation> union(Set<Operation> one, Set<Operation> other) {
        var all = EnumSet.noneOf(Operation.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }

    private static Set<Operation> operations(PermissionGranted e) {
        return operations(e.canCreate(), e.canRead(), e.canUpdate(), e.canDestroy());
    }

    private static Set<Operation> operations(PermissionChanged e) {
        return operations(e.canCreate(), e.canRead(), e.canUpdate(), e.canDestroy());
    }

    private static Set<Operation> operations(boolean create, boolean read, boolean update, boolean destroy) {
        var allowed = EnumSet.noneOf(Operation.class);
        if (create) {
            allowed.add(Operation.CREATE);
        }
        if (read) {
            allowed.add(Operation.READ);
        }
        if (update) {
            allowed.add(Operation.UPDATE);
        }
        if (destroy) {
            allowed.add(Operation.DESTROY);
        }
        return allowed;
    }
}
