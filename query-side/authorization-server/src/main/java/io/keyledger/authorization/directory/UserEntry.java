package io.keyledger.authorization.directory;

import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user.
 *
 * @param email      the address that the user gives
 * @param departures how many memberships of the user have ended; a token says how many had when it was issued
 * @param left       organizations that the user was a member of → how many had ended with that one: tokens that say less
 *                   open nothing there, also when the user is a member again
 */
record UserEntry(String id, String email, long departures, Map<String, Long> left) {
    static @Nullable UserEntry after(@Nullable UserEntry before, UserEvent event) {
        return switch (event) {
            case UserRegistered e -> new UserEntry(e.userId(), e.email(), 0, Map.of());
            case UserEvent _ when before == null -> null;
            case UserEmailChanged e -> new UserEntry(before.id, e.email(), before.departures, before.left);
            case OrganizationLeft e -> before.leaving(e.organizationId());
            case UserDeleted _ -> null;
            case UserRenamed _, UserTimeZoneChanged _ -> before;
        };
    }

    /** Whether a token may open the organization that was issued when so many memberships had ended. */
    boolean opens(String organizationId, long issued) {
        return issued >= left.getOrDefault(organizationId, 0L);
    }

    private UserEntry leaving(String organizationId) {
        var all = new HashMap<>(left);
        all.put(organizationId, departures + 1);
        return new UserEntry(id, email, departures + 1, Map.copyOf(all));
    }
}
