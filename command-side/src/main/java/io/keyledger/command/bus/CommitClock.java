package io.keyledger.command.bus;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gives all events of one commit the same moment, that of the first of them: what was recorded together was never
 * apart, so no state in between can be asked for.
 */
public final class CommitClock extends Clock {
    private static final String MOMENT = CommitClock.class.getName();

    private final Clock time;

    public CommitClock(Clock time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(MOMENT, key -> time.instant())
                : time.instant();
    }

    @Override
    public ZoneId getZone() {
        return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CommitClock(time.withZone(zone));
    }
}
