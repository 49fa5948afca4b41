package io.keyledger.command.reaction;

import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.command.schedule.ExpirySchedule;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Goes by an organization's own notices as soon as it has said which: in the commit in which it says so. */
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
