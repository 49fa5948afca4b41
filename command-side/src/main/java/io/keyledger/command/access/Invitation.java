package io.keyledger.command.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A pending activation code, valid for seven days.
 *
 * @param verifier keyed hash of the code
 * @param since    when it was recorded
 */
record Invitation(String verifier, Instant since) {
    private static final Duration LIFETIME = Duration.ofDays(7);

    boolean admits(Set<String> verifiers, Instant now) {
        return verifiers.contains(verifier) && now.isBefore(since.plus(LIFETIME));
    }
}
