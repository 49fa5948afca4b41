package io.keyledger.command.access;

import io.keyledger.kernel.access.RoleId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a custom role those of the permissions whose subjects it has no permission on yet. */
public record AddMissingBasePermissions(
        @TargetAggregateIdentifier RoleId roleId, List<NewPermission> permissions) implements RoleChange {
    public AddMissingBasePermissions {
        permissions = List.copyOf(permissions);
    }
}
