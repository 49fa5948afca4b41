package io.keyledger.command.schedule;

import io.keyledger.kernel.expiry.NoticeDays;

/** What organizations have said about when they want to be told that a credential ends. */
public interface NoticeThresholds {
    /** Those of that organization. {@link ExpirySchedule#reckon} has to be called in the transaction that changes them. */
    NoticeDays of(String organizationId);
}
