package io.keyledger.query.access;

import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.view.row.Change;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of memberships change. */
final class MembershipChanges {
    static final String TYPE = "memberships";
    private static final String OWNER = "owner";

    private MembershipChanges() {}

    static Change of(MembershipEvent event) {
        return switch (event) {
            case MemberInvited invited -> Change.created(TYPE, invited.membershipId(), values(invited));
            case InvitationResent resent ->
                Change.touched(TYPE, resent.membershipId()).unseen("activation_code");
            case MembershipActivated activated ->
                Change.updated(
                        TYPE, activated.membershipId(), Map.of("status", "active", "user_id", activated.userId()));
            case MemberRoleAssigned assigned -> updated(assigned, "role_id", assigned.roleId());
            case AccessScopeChanged changed ->
                Change.updated(TYPE, changed.membershipId(), scope(changed.accessScope()));
            case OwnershipGranted granted -> updated(granted, OWNER, true);
            case OwnershipGivenUp givenUp -> updated(givenUp, OWNER, false);
            case MemberRemoved removed -> Change.deleted(TYPE, removed.membershipId());
        };
    }

    private static Change updated(MembershipEvent event, String attribute, Object value) {
        return Change.updated(TYPE, event.membershipId(), attribute, value);
    }

    private static Map<String, @Nullable Object> values(MemberInvited event) {
        var values = scope(event.accessScope());
        values.put("organization_id", event.organizationId());
        values.put("role_id", event.roleId());
        values.put("user_id", null);
        values.put("user_email", event.userEmail());
        values.put("user_first_name", null);
        values.put("user_last_name", null);
        values.put("status", "pending");
        values.put(OWNER, event.owner());
        return values;
    }

    private static Map<String, @Nullable Object> scope(String accessScope) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("access_scope", accessScope);
        values.put("test_enabled", !accessScope.equals("live_access"));
        return values;
    }
}
