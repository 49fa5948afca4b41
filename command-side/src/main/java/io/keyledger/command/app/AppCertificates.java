package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateId;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.expiry.CredentialKind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The certificates of an app: adding and removing them, and their expiry; of a removed one only the id is kept. */
class AppCertificates {
    private static final int MOST_LIVE = 20;

    private final App app;
    private final Map<String, HeldCertificate> byId = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    AppCertificates(App app) {
        this.app = app;
    }

    @CommandHandler
    void handle(AddCertificate command, Clock clock, Kinds kinds, CredentialPolicies policies) {
        app.requireChangeable(kinds, null);
        var id = command.certificateId().value();
        if (byId.containsKey(id) || removed.contains(id)) {
            return; // a retry: already recorded
        }
        new Faults()
                .and(fault(command.certificate(), clock.instant()))
                .and(app.policy(policies, kinds).certificateFault(command.certificate()))
                .refuseIfAny();
        apply(added(command));
    }

    @CommandHandler
    void handle(RemoveCertificate command, Clock clock, Kinds kinds) {
        app.requireChangeable(kinds, null);
        if (removed.contains(command.certificateId().value())) {
            return;
        }
        var held = get(command.certificateId());
        Versions.require(command.expectedVersion(), held.version(), getVersion());
        var now = clock.instant();
        if (held.isLive(now) && !command.allowLast()) {
            app.requireAnother(kinds, now);
        }
        apply(new CertificateRemoved(app.id(), command.certificateId().value()));
    }

    /** The expiry of the certificate with that id; null when there is none. */
    @Nullable
    Expiry expiry(String id) {
        var held = byId.get(id);
        return held == null ? null : held.expiry();
    }

    long liveAt(Instant now) {
        return byId.values().stream().filter(held -> held.isLive(now)).count();
    }

    @EventSourcingHandler
    void on(CertificateAdded event, @Timestamp Instant at, @SequenceNumber long sequence) {
        var expiry = Expiry.of(CredentialKind.CERTIFICATE, at, event.notAfter());
        byId.put(event.certificateId(), new HeldCertificate(event.thumbprintSha256(), expiry, sequence));
    }

    @EventSourcingHandler
    void on(CertificateRemoved event) {
        byId.remove(event.certificateId());
        removed.add(event.certificateId());
    }

    @EventSourcingHandler
    void on(CertificateExpired event) {
        byId.computeIfPresent(event.certificateId(), (id, held) -> held.with(Expiry::withEndRecorded));
    }

    @EventSourcingHandler
    void on(ExpiryNoticeGiven event) {
        byId.computeIfPresent(event.credentialId(), (id, held) -> held.with(expiry -> expiry.told(event.days())));
    }

    private HeldCertificate get(CertificateId id) {
        var certificate = byId.get(id.value());
        if (certificate == null) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "the app has no such certificate"));
        }
        return certificate;
    }

    /** Why the certificate is refused; null when it is not. */
    private @Nullable Refusal fault(ClientCertificate certificate, Instant now) {
        if (now.isAfter(certificate.notAfter())) {
            return new Refusal(ErrorCode.CERTIFICATE_EXPIRED, "the certificate has expired");
        }
        if (byId.values().stream().anyMatch(held -> held.thumbprint().equals(certificate.thumbprintSha256()))) {
            return new Refusal(ErrorCode.CERTIFICATE_DUPLICATE, "the app has this certificate already");
        }
        return liveAt(now) < MOST_LIVE
                ? null
                : new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "at most " + MOST_LIVE + " certificates of an app are live at once",
                        "certificates",
                        "less_than_or_equal_to",
                        Map.of("count", MOST_LIVE));
    }

    private CertificateAdded added(AddCertificate command) {
        var certificate = command.certificate();
        return new CertificateAdded(
                app.id(),
                app.organizationId(),
                command.certificateId().value(),
                command.name(),
                certificate.subject(),
                certificate.issuer(),
                certificate.serialNumber(),
                certificate.thumbprintSha1(),
                certificate.thumbprintSha256(),
                certificate.keyType(),
                certificate.keySize(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.der());
    }
}
