package io.keyledger.kernel.audit;

import io.keyledger.kernel.DomainEvent;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The audit log of an organization had this entry last, and the service has signed that. No entry of the log itself. */
@Revision("1")
public record AuditCheckpointSigned(
        String trailId, String organizationId, long position, String hash, String keyId, Instant signedAt, String jws)
        implements DomainEvent {}
