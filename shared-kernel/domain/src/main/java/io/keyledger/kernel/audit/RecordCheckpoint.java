package io.keyledger.kernel.audit;

import io.keyledger.kernel.organization.OrganizationId;
import java.time.Instant;

/**
 * Records that the last entry of an audit log was signed. Nothing is recorded when that position or a later one was
 * signed already, except the same position by another key.
 *
 * @param position of the entry that was the last one
 * @param hash     of that entry
 * @param keyId    the key that signed
 * @param jws      the signed statement, compact
 */
public record RecordCheckpoint(
        AuditTrailId trailId,
        OrganizationId organizationId,
        long position,
        String hash,
        String keyId,
        Instant signedAt,
        String jws) {}
