package io.keyledger.authorization.directory;

import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import org.jspecify.annotations.Nullable;

/**
 * A membership.
 *
 * @param userId  its user; null while the invitation is open
 * @param address the invited one
 */
record MembershipEntry(
        String id,
        String organizationId,
        String roleId,
        boolean owner,
        @Nullable String userId,
        String address) {
    static @Nullable MembershipEntry after(@Nullable MembershipEntry before, MembershipEvent event) {
        return switch (event) {
            case MemberInvited e ->
                new MembershipEntry(e.membershipId(), e.organizationId(), e.roleId(), e.owner(), null, e.userEmail());
            case MemberRemoved _ -> null;
            case MembershipEvent _ when before == null -> null;
            case MembershipActivated e -> before.of(e.userId());
            case MemberRoleAssigned e -> before.in(e.roleId());
            case OwnershipGranted _ -> before.owning(true);
            case OwnershipGivenUp _ -> before.owning(false);
            case InvitationResent _, AccessScopeChanged _ -> before;
        };
    }

    private MembershipEntry of(String user) {
        return new MembershipEntry(id, organizationId, roleId, owner, user, address);
    }

    private MembershipEntry in(String role) {
        return new MembershipEntry(id, organizationId, role, owner, userId, address);
    }

    private MembershipEntry owning(boolean now) {
        return new MembershipEntry(id, organizationId, roleId, now, userId, address);
    }
}
