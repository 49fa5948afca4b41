package io.keyledger.command.schedule;

import io.keyledger.command.eventstore.TableRebuild;
import io.keyledger.kernel.app.AppEvent;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Fills an empty schedule from the events: that of an older release, or one whose tables were lost. */
@Component
class ScheduleRebuild implements SmartInitializingSingleton {
    private final ExpirySchedule schedule;
    private final ScheduleProjector projector;
    private final TableRebuild rebuild;

    ScheduleRebuild(ExpirySchedule schedule, ScheduleProjector projector, TableRebuild rebuild) {
        this.schedule = schedule;
        this.projector = projector;
        this.rebuild = rebuild;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rebuild.fill(schedule::isEmpty, message -> {
            if (message.getPayload() instanceof AppEvent event) {
                projector.on(event, message.getTimestamp());
            }
        });
    }
}
