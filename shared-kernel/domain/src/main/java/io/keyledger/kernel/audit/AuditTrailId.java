package io.keyledger.kernel.audit;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.organization.OrganizationId;

/** Identifies the history of the checkpoints of one organization's audit log. */
public record AuditTrailId(String value) {
    public AuditTrailId {
        Id.check(value);
    }

    /** The one of an organization. */
    public static AuditTrailId of(OrganizationId organization) {
        return new AuditTrailId(Id.derivedFrom("audit_trail/" + organization.value()));
    }

    /** The bare id, as it stands in events. */
    @Override
    public String toString() {
        return value;
    }
}
