package io.keyledger.command.access;

import java.util.Locale;

/** Where the rights of a role come from. Source: CONTRACT part B, section 5.2. */
public enum RoleKind {
    /** Allows every operation; defined with the organization. */
    ADMIN,
    /** Allows every read; defined with the organization. */
    READ_ONLY,
    /** Allows what its permissions allow. */
    CUSTOM;

    /** The word in requests, events and views. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
