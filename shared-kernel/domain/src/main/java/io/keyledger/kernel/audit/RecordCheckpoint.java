package io.keyledger.kernel.audit;

import io.keyledger.kernel.organization.OrganizationId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that the head of an audit log was signed. Nothing is recorded when this was said already of that position or a later
 * one, unless another key has signed it.
 *
 * @param position of the entry that was the last one
 * @param hash     of that entry
 * @param keyId    the key that signed
 * @param jws      the signed statement, compact
 */
public record RecordCheckpoint(
        @TargetAggregateIdentifier AuditTrailId trailId,
        OrganizationId organizationId,
        long position,
        String hash,
        String keyId,
        Instant signedAt,
        String jws) {}
