package io.keyledger.kernel.audit;

import io.keyledger.kernel.DomainEvent;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The service signed the last entry of an organization's audit log. This event is no entry of the log itself. */
@Revision("1")
public record AuditCheckpointSigned(
        String trailId, String organizationId, long position, String hash, String keyId, Instant signedAt, String jws)
        implements DomainEvent {}
