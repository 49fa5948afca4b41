package io.keyledger.query.access;

import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.RoleRenamed;
import io.keyledger.view.row.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of roles change: roles, and the permissions in them. */
final class RoleChanges {
    static final String ROLES = "roles";
    static final String PERMISSIONS = "permissions";

    private RoleChanges() {}

    static List<Change> of(RoleEvent event) {
        return switch (event) {
            case RoleDefined defined -> List.of(Change.created(ROLES, defined.roleId(), values(defined)));
            case RoleRenamed renamed -> List.of(Change.updated(ROLES, renamed.roleId(), "name", renamed.name()));
            case PermissionGranted granted ->
                withRole(granted, Change.created(PERMISSIONS, granted.permissionId(), values(granted)));
            case PermissionChanged changed ->
                withRole(changed, Change.updated(PERMISSIONS, changed.permissionId(), values(changed)));
        };
    }

    /** The role's own version grows with every event of its aggregate. */
    private static List<Change> withRole(RoleEvent event, Change permission) {
        return List.of(permission, Change.touched(ROLES, event.roleId()));
    }

    private static Map<String, @Nullable Object> values(RoleDefined event) {
        return Map.of("organization_id", event.organizationId(), "name", event.name(), "kind", event.kind());
    }

    private static Map<String, @Nullable Object> values(PermissionGranted event) {
        var values = rights(event.canCreate(), event.canRead(), event.canUpdate(), event.canDestroy());
        values.put("organization_id", event.organizationId());
        values.put("role_id", event.roleId());
        values.put("subject", event.subject());
        values.put("restrictions", Map.of());
        return values;
    }

    private static Map<String, @Nullable Object> values(PermissionChanged event) {
        return rights(event.canCreate(), event.canRead(), event.canUpdate(), event.canDestroy());
    }

    private static Map<String, @Nullable Object> rights(boolean create, boolean read, boolean update, boolean destroy) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("can_create", create);
        values.put("can_read", read);
        values.put("can_update", update);
        values.put("can_destroy", destroy);
        return values;
    }
}
