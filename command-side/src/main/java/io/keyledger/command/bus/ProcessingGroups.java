package io.keyledger.command.bus;

import java.util.List;

/** The processing groups of the command side. */
public final class ProcessingGroups {
    /** The table of reserved values. */
    public static final String RESERVATIONS = "reservations";

    /** Reactions, which answer an event with commands or other writes in its transaction. */
    public static final String REACTIONS = "reactions";

    /** The table of notices and ends of credentials that are to come. */
    public static final String SCHEDULE = "schedule";

    static final List<String> IN_THE_SAME_TRANSACTION = List.of(RESERVATIONS, SCHEDULE, REACTIONS);

    private ProcessingGroups() {}
}
