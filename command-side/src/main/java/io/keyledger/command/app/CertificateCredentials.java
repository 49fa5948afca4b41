package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kinds;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The certificates of an app. */
class CertificateCredentials {
    private final Holdings app;
    private final HeldCertificates certificates;

    CertificateCredentials(Holdings app) {
        this.app = app;
        this.certificates = app.certificates();
    }

    @CommandHandler
    void handle(AddCertificate command, Clock clock, Kinds kinds, CredentialPolicies policies) {
        app.requireChangeable(kinds, null);
        if (certificates.knows(command.certificateId())) {
            return; // a retry: already recorded
        }
        new Faults()
                .and(certificates.fault(command.certificate(), clock.instant()))
                .and(app.policy(policies, kinds).certificateFault(command.certificate()))
                .refuseIfAny();
        apply(added(command));
    }

    @CommandHandler
    void handle(RemoveCertificate command, Clock clock, Kinds kinds) {
        app.requireChangeable(kinds, null);
        if (certificates.isRemoved(command.certificateId())) {
            return;
        }
        var held = certificates.get(command.certificateId());
        Versions.require(command.expectedVersion(), held.version(), getVersion());
        var now = clock.instant();
        if (held.isLive(now) && !command.allowLast()) {
            app.requireAnother(kinds, now);
        }
        apply(new CertificateRemoved(app.id(), command.certificateId().value()));
    }

    @EventSourcingHandler
    void on(CertificateAdded event, @SequenceNumber long sequence) {
        certificates.add(
                event.certificateId(), new HeldCertificate(event.thumbprintSha256(), event.notAfter(), sequence));
    }

    @EventSourcingHandler
    void on(CertificateRemoved event) {
        certificates.remove(event.certificateId());
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
