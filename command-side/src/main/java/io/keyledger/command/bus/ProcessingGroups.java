package io.keyledger.command.bus;

import java.util.List;

/** The processing groups of the command side. */
public final class ProcessingGroups {
    /** The table of names taken. */
    public static final String RESERVATIONS = "reservations";

    /** What follows from an event without anybody asking, in the transaction of the event or not at all. */
    public static final String REACTIONS = "reactions";

    /** The table of what time will do. */
    public static final String SCHEDULE = "schedule";

    static final List<String> IN_THE_SAME_TRANSACTION = List.of(RESERVATIONS, SCHEDULE, REACTIONS);

    private ProcessingGroups() {}
}
