package io.keyledger.query.access;

import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.view.row.Changes;
import java.util.List;

/** What the events of roles, memberships and users change. */
final class AccessChanges {
    private AccessChanges() {}

    static Changes all() {
        return Changes.together(
                Changes.by(RoleEvent.class, (event, recorded) -> RoleChanges.of(event)),
                Changes.by(MembershipEvent.class, (event, recorded) -> List.of(MembershipChanges.of(event))),
                Changes.by(UserEvent.class, (event, recorded) -> List.of(UserChanges.of(event))));
    }
}
