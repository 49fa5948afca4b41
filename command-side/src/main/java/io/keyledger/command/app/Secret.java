package io.keyledger.command.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client secret as its app remembers it.
 *
 * @param duration   what it was made for
 * @param expiry     from its end on it works no more; it is renewed when it has a successor
 * @param revoked    whether it was ended early
 * @param reportedAt when its use was last recorded although it had a successor
 * @param version    sequence number of the last event that is seen of it
 */
record Secret(
        @Nullable String name,
        String duration,
        Expiry expiry,
        boolean revoked,
        @Nullable Instant reportedAt,
        long version) {
    private static final Duration REPORTED_AFTER_END = Duration.ofDays(30);
    private static final Duration BETWEEN_REPORTS = Duration.ofHours(1);

    static Secret added(@Nullable String name, String duration, Expiry expiry, long version) {
        return new Secret(name, duration, expiry, false, null, version);
    }

    Secret retiringAt(Instant deadline, long newVersion) {
        return new Secret(name, duration, expiry.renewedUntil(deadline), revoked, reportedAt, newVersion);
    }

    Secret revoked(long newVersion) {
        return new Secret(name, duration, expiry, true, reportedAt, newVersion);
    }

    Secret reported(Instant at) {
        return new Secret(name, duration, expiry, revoked, at, version);
    }

    Secret with(UnaryOperator<Expiry> change) {
        return new Secret(name, duration, change.apply(expiry), revoked, reportedAt, version);
    }

    boolean isLive(Instant now) {
        return !revoked && !expiry.isOver(now);
    }

    boolean isRetiring() {
        return expiry.renewed();
    }

    /** Whether its use at that time is worth telling: it has a successor, and nothing was told of late. */
    boolean isTold(Instant usedAt) {
        return isRetiring()
                && !usedAt.isAfter(expiry.end().plus(REPORTED_AFTER_END))
                && (reportedAt == null || !usedAt.isBefore(reportedAt.plus(BETWEEN_REPORTS)));
    }
}
