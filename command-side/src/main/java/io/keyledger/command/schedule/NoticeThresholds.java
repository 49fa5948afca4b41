package io.keyledger.command.schedule;

import io.keyledger.kernel.expiry.NoticeDays;

/** The notice days of organizations: how long before the end of a credential they get notices. */
public interface NoticeThresholds {
    /** Those of that organization. {@link ExpirySchedule#reckon} has to be called in the transaction that changes them. */
    NoticeDays of(String organizationId);
}
