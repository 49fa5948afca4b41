package io.keyledger.command.access;

import java.util.Locale;

/** The modes a user sees under a membership. Source: CONTRACT part B, section 5.4. */
public enum AccessScope {
    LIVE_ACCESS,
    TEST_ACCESS,
    ALL_ACCESS;

    /** The word in requests, events and views. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
