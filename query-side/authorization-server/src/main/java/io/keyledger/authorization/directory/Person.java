package io.keyledger.authorization.directory;

import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import org.jspecify.annotations.Nullable;

/** A user, known by e-mail address. */
record Person(String id, String email) {
    static @Nullable Person after(@Nullable Person before, UserEvent event) {
        return switch (event) {
            case UserRegistered e -> new Person(e.userId(), e.email());
            case UserEmailChanged e -> new Person(e.userId(), e.email());
            case UserRenamed _, UserTimeZoneChanged _ -> before;
        };
    }
}
