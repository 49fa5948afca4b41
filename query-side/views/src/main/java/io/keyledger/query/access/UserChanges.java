package io.keyledger.query.access;

import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import io.keyledger.view.row.Change;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of users change. */
final class UserChanges {
    static final String TYPE = "users";
    static final String EMAIL = "email";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";

    private UserChanges() {}

    static Change of(UserEvent event) {
        return switch (event) {
            case UserRegistered registered -> Change.created(TYPE, registered.userId(), values(registered));
            case UserRenamed renamed ->
                Change.updated(TYPE, renamed.userId(), names(renamed.firstName(), renamed.lastName()));
            case UserEmailChanged changed -> Change.updated(TYPE, changed.userId(), EMAIL, changed.email());
            case OrganizationLeft left -> Change.touched(TYPE, left.userId());
            case UserDeleted deleted -> Change.deleted(TYPE, deleted.userId());
            case UserTimeZoneChanged changed -> Change.updated(TYPE, changed.userId(), "time_zone", changed.timeZone());
        };
    }

    private static Map<String, @Nullable Object> values(UserRegistered event) {
        var values = names(event.firstName(), event.lastName());
        values.put(EMAIL, event.email());
        values.put("time_zone", null);
        values.put("otp_required_for_login", false);
        return values;
    }

    private static Map<String, @Nullable Object> names(@Nullable String first, @Nullable String last) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(FIRST_NAME, first);
        values.put(LAST_NAME, last);
        return values;
    }
}
