package io.keyledger.command.app;

import java.util.Locale;

/** Whether an app works on test or on live data. Fixed when it is registered. */
public enum Mode {
    TEST,
    LIVE;

    /** The word in requests, events and views. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
