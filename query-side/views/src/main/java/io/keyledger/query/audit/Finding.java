package io.keyledger.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying one organization's audit log.
 *
 * @param entries  how many entries form an unbroken chain from the first on
 * @param brokenAt the first position that breaks it; null when none does
 * @param reason   how it breaks
 * @param proven   the position up to which a checkpoint proves it; 0 when none does
 * @param provenAt when that checkpoint was signed
 * @param hash     of the last entry before the break
 * @param notShown how many of the entries have events that could not be shown: their places are known, not their content
 */
public record Finding(
        long entries,
        @Nullable Long brokenAt,
        @Nullable String reason,
        long proven,
        @Nullable Instant provenAt,
        @Nullable String hash,
        long notShown) {

    /** Whether the chain is unbroken and agrees with all checkpoints. */
    public boolean valid() {
        return brokenAt == null;
    }
}
