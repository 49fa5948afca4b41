package io.keyledger.command.schedule;

import io.keyledger.command.bus.ProcessingGroups;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.TokensRevoked;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps the schedule in step with the events, in the transaction that records them. */
@Component
@ProcessingGroup(ProcessingGroups.SCHEDULE)
class ScheduleProjector {
    private final ExpirySchedule schedule;

    ScheduleProjector(ExpirySchedule schedule) {
        this.schedule = schedule;
    }

    @EventHandler
    void on(AppEvent event, @Timestamp Instant at) {
        switch (event) {
            case ClientSecretAdded e ->
                schedule.add(Scheduled.added(e.secretId(), e.appId(), e.organizationId(), at, e.expiresAt()));
            case CertificateAdded e ->
                schedule.add(Scheduled.added(e.certificateId(), e.appId(), e.organizationId(), at, e.notAfter()));
            case ClientSecretRotated e -> schedule.change(e.secretId(), old -> old.renewedUntil(e.retiresAt()));
            case ExpiryNoticeGiven e -> schedule.change(e.credentialId(), credential -> credential.told(e.days()));
            case ClientSecretRemoved e -> schedule.remove(e.secretId());
            case ClientSecretLeaked e -> schedule.remove(e.secretId());
            case ClientSecretExpired e -> schedule.remove(e.secretId());
            case CertificateRemoved e -> schedule.remove(e.certificateId());
            case CertificateExpired e -> schedule.remove(e.certificateId());
            case AppDeleted e -> schedule.removeAllOf(e.appId());
            case PersonalAppMoved e -> schedule.move(e.appId(), e.organizationId());
            case AppRegistered _,
                    DashboardAppInstalled _,
                    DashboardAppForked _,
                    AppAttributeEvent _,
                    TokensRevoked _ -> {}
        }
    }
}
