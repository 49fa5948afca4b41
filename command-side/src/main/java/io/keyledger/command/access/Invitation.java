package io.keyledger.command.access;

import io.keyledger.kernel.MetaKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * A pending activation code, valid for seven days.
 *
 * @param verifier  keyed hash of the code
 * @param since     when it was recorded
 * @param actorKind of who sent it
 * @param actorId   who sent it
 */
record Invitation(
        String verifier,
        Instant since,
        @Nullable String actorKind,
        @Nullable String actorId) {
    private static final Duration LIFETIME = Duration.ofDays(7);

    static Invitation by(MetaData cause, String verifier, Instant at) {
        return new Invitation(
                verifier, at, (String) cause.get(MetaKey.ACTOR_KIND), (String) cause.get(MetaKey.ACTOR_ID));
    }

    boolean admits(Set<String> verifiers, Instant now) {
        return verifiers.contains(verifier) && now.isBefore(since.plus(LIFETIME));
    }
}
