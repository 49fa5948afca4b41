package io.keyledger.kernel.audit;

import io.keyledger.kernel.Id;
import java.time.Instant;
import java.time.ZoneOffset;

/** Identifies the log of refused attempts in one organization on one day (UTC). */
public record SecurityLogId(String value) {
    public SecurityLogId {
        Id.check(value);
    }

    /** The one of an organization at an instant. */
    public static SecurityLogId of(String organizationId, Instant at) {
        var day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return new SecurityLogId(Id.derivedFrom("security_log/" + organizationId + '/' + day));
    }

    /** The bare id, as it stands in events. */
    @Override
    public String toString() {
        return value;
    }
}
