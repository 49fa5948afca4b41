package io.keyledger.authorization.directory;

import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import org.jspecify.annotations.Nullable;

/** A user, with the e-mail address that the user gives. */
record UserEntry(String id, String email) {
    static @Nullable UserEntry after(@Nullable UserEntry before, UserEvent event) {
        return switch (event) {
            case UserRegistered e -> new UserEntry(e.userId(), e.email());
            case UserEmailChanged e -> new UserEntry(e.userId(), e.email());
            case UserDeleted _ -> null;
            case UserRenamed _, UserTimeZoneChanged _ -> before;
        };
    }
}
