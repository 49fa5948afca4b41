package io.keyledger.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check of one organization's audit log has found.
 *
 * @param entries  how many follow each other without a break, from the first on
 * @param brokenAt the first position that does not; null when all do
 * @param reason   why not
 * @param proven   up to which position a signature vouches for them; 0 when none does
 * @param provenAt when that was signed
 * @param hash     of the last sound entry
 */
public record Finding(
        long entries,
        @Nullable Long brokenAt,
        @Nullable String reason,
        long proven,
        @Nullable Instant provenAt,
        @Nullable String hash) {

    /** Whether the log is as it was made, as far as anybody can tell. */
    public boolean valid() {
        return brokenAt == null;
    }
}
