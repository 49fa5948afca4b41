package io.keyledger.command.access;

import io.keyledger.kernel.access.UserId;

/** How an invited person becomes a member. */
public sealed interface Admission {
    /** At once: he is a user already. */
    record KnownUser(UserId userId) implements Admission {}

    /** By a one-time code, of which the ledger knows the keyed hash alone. */
    record ByCode(String verifier) implements Admission {}
}
