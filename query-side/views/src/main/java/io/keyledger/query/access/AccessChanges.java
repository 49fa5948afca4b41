package io.keyledger.query.access;

import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.List;

/** What the events of roles, memberships and users change. */
final class AccessChanges implements Changes {
    @Override
    public boolean concerns(Class<?> eventType) {
        return RoleEvent.class.isAssignableFrom(eventType)
                || MembershipEvent.class.isAssignableFrom(eventType)
                || UserEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return switch (recorded.event()) {
            case RoleEvent event -> RoleChanges.of(event);
            case MembershipEvent event -> List.of(MembershipChanges.of(event));
            case UserEvent event -> List.of(UserChanges.of(event));
            default -> List.of();
        };
    }
}
