package io.keyledger.command.reaction;

import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.command.schedule.ExpirySchedule;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Recalculates the schedule of an organization when its policy changes, in the same commit. */
@Component
@ProcessingGroup(ProcessingGroups.REACTIONS)
class NoticeReaction {
    private final ExpirySchedule schedule;

    NoticeReaction(ExpirySchedule schedule) {
        this.schedule = schedule;
    }

    @EventHandler
    void on(CredentialPolicyChanged event) {
        schedule.reckon(event.organizationId());
    }
}
