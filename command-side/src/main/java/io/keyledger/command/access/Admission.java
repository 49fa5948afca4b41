package io.keyledger.command.access;

import io.keyledger.kernel.access.UserId;

/** How an invited membership becomes active. */
public sealed interface Admission {
    /** At once: the invitee has a user already. */
    record KnownUser(UserId userId) implements Admission {}

    /** By a one-time code, of which only the keyed hash is stored. */
    record ByCode(String verifier) implements Admission {}
}
