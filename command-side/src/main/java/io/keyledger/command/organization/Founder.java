package io.keyledger.command.organization;

import io.keyledger.command.value.EmailAddress;
import io.keyledger.kernel.access.UserId;

/** The user who registers an organization and owns it, and the user's address at that time. */
public record Founder(UserId userId, EmailAddress email) {}
