package io.keyledger.command.app;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client secret in the state of its app.
 *
 * @param duration   how long it was to be valid, ISO 8601
 * @param expiry     the secret is refused from its end on; it is renewed when it has a successor
 * @param revoked    whether it was revoked before its end
 * @param version    sequence number of the last event that changed what the API shows of it
 */
record Secret(@Nullable String name, String duration, Expiry expiry, boolean revoked, long version) {
    static Secret added(@Nullable String name, String duration, Expiry expiry, long version) {
        return new Secret(name, duration, expiry, false, version);
    }

    Secret retiringAt(Instant deadline, long newVersion) {
        return new Secret(name, duration, expiry.renewedUntil(deadline), revoked, newVersion);
    }

    Secret revoked(long newVersion) {
        return new Secret(name, duration, expiry, true, newVersion);
    }

    Secret with(UnaryOperator<Expiry> change) {
        return new Secret(name, duration, change.apply(expiry), revoked, version);
    }

    boolean isLive(Instant now) {
        return !revoked && !expiry.isOver(now);
    }

    boolean isRetiring() {
        return expiry.renewed();
    }
}
