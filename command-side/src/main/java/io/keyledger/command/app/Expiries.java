package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.expiry.CredentialKind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * What time does to the credentials of an app: every notice and every end once. Whether the app is disabled makes no
 * difference: it may be enabled again, and its credentials end all the same.
 */
class Expiries {
    private final Map<String, Expiry> byId = new HashMap<>();

    @CommandHandler
    void handle(FollowExpiry command, Clock clock) {
        var id = command.credentialId();
        var expiry = byId.get(id);
        if (expiry == null) {
            return; // it has ended, by itself or by somebody
        }
        var app = command.appId().value();
        var now = clock.instant();
        expiry.dueNotices(command.notices(), now)
                .forEach(days ->
                        apply(new ExpiryNoticeGiven(app, id, expiry.kind().word(), days, expiry.end())));
        if (expiry.isOver(now)) {
            apply(
                    switch (expiry.kind()) {
                        case CLIENT_SECRET -> new ClientSecretExpired(app, id, expiry.end());
                        case CERTIFICATE -> new CertificateExpired(app, id, expiry.end());
                    });
        }
    }

    @EventSourcingHandler
    void on(ClientSecretAdded event, @Timestamp Instant at) {
        byId.put(event.secretId(), new Expiry(CredentialKind.CLIENT_SECRET, at, event.expiresAt(), false, null));
    }

    @EventSourcingHandler
    void on(CertificateAdded event, @Timestamp Instant at) {
        byId.put(event.certificateId(), new Expiry(CredentialKind.CERTIFICATE, at, event.notAfter(), false, null));
    }

    @EventSourcingHandler
    void on(ClientSecretRotated event) {
        byId.computeIfPresent(event.secretId(), (id, expiry) -> expiry.renewedUntil(event.retiresAt()));
    }

    @EventSourcingHandler
    void on(ExpiryNoticeGiven event) {
        byId.computeIfPresent(event.credentialId(), (id, expiry) -> expiry.told(event.days()));
    }

    @EventSourcingHandler
    void on(ClientSecretRemoved event) {
        byId.remove(event.secretId());
    }

    @EventSourcingHandler
    void on(ClientSecretLeaked event) {
        byId.remove(event.secretId());
    }

    @EventSourcingHandler
    void on(ClientSecretExpired event) {
        byId.remove(event.secretId());
    }

    @EventSourcingHandler
    void on(CertificateRemoved event) {
        byId.remove(event.certificateId());
    }

    @EventSourcingHandler
    void on(CertificateExpired event) {
        byId.remove(event.certificateId());
    }
}
