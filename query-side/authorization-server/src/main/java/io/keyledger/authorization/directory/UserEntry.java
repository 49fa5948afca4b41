package io.keyledger.authorization.directory;

import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import org.jspecify.annotations.Nullable;

/** A user, known by e-mail address. */
record UserEntry(String id, String email) {
    static @Nullable UserEntry after(@Nullable UserEntry before, UserEvent event) {
        return switch (event) {
            case UserRegistered e -> new UserEntry(e.userId(), e.email());
            case UserEmailChanged e -> new UserEntry(e.userId(), e.email());
            case UserRenamed _, UserTimeZoneChanged _ -> before;
        };
    }
}
