package io.keyledger.command.access;

import java.util.Locale;

/** Where the rights of a role come from. Source: CONTRACT part B, section 5.2. */
public enum RoleKind {
    /** Everything; made with the organization. */
    ADMIN,
    /** Every read; made with the organization. */
    READ_ONLY,
    /** What its permissions say. */
    CUSTOM;

    /** The word in requests, events and views. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
