package io.keyledger.command.access;

import io.keyledger.kernel.access.UserId;

/** One change of a user; several make one {@link ChangeUser}. */
public sealed interface UserChange permits RenameUser, ChangeUserEmail, ChangeUserTimeZone, ChangeUserLabels {
    /** The user it changes. */
    UserId userId();
}
