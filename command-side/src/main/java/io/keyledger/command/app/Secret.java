package io.keyledger.command.app;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client secret as its app remembers it.
 *
 * @param duration   what it was made for
 * @param end        from then on it works no more
 * @param retiring   whether it has a successor
 * @param revoked    whether it was ended early
 * @param reportedAt when its use was last recorded although it had a successor
 * @param version    sequence number of the last event that is seen of it
 */
record Secret(
        @Nullable String name,
        String duration,
        Instant end,
        boolean retiring,
        boolean revoked,
        @Nullable Instant reportedAt,
        long version) {
    private static final Duration REPORTED_AFTER_END = Duration.ofDays(30);
    private static final Duration BETWEEN_REPORTS = Duration.ofHours(1);

    static Secret added(@Nullable String name, String duration, Instant end, long version) {
        return new Secret(name, duration, end, false, false, null, version);
    }

    Secret retiringAt(Instant deadline, long newVersion) {
        return new Secret(name, duration, deadline, true, revoked, reportedAt, newVersion);
    }

    Secret revoked(long newVersion) {
        return new Secret(name, duration, end, retiring, true, reportedAt, newVersion);
    }

    Secret reported(Instant at) {
        return new Secret(name, duration, end, retiring, revoked, at, version);
    }

    boolean isLive(Instant now) {
        return !revoked && now.isBefore(end);
    }

    /** Whether its use at that time is worth telling: it has a successor, and nothing was told of late. */
    boolean isTold(Instant usedAt) {
        return retiring
                && !usedAt.isAfter(end.plus(REPORTED_AFTER_END))
                && (reportedAt == null || !usedAt.isBefore(reportedAt.plus(BETWEEN_REPORTS)));
    }
}
