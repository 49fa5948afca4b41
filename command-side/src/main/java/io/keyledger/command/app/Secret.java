package io.keyledger.command.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client secret in the state of its app.
 *
 * @param duration   how long it was to be valid, ISO 8601
 * @param expiry     the secret is refused from its end on; it is renewed when it has a successor
 * @param revoked    whether it was revoked before its end
 * @param reportedAt when its use beside a successor was last recorded; null before the first
 * @param version    sequence number of the last event that changed what the API shows of it
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

    /**
     * Whether to record its use then: it has a successor, ended 30 days before at most, and the last report is an hour
     * old.
     */
    boolean isTold(Instant usedAt) {
        return isRetiring()
                && !usedAt.isAfter(expiry.end().plus(REPORTED_AFTER_END))
                && (reportedAt == null || !usedAt.isBefore(reportedAt.plus(BETWEEN_REPORTS)));
    }
}
