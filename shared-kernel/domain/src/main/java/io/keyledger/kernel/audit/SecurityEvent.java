package io.keyledger.kernel.audit;

import io.keyledger.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refused attempt. One event counts all of its kind within an interval, so that repeated attempts do not flood the
 * event store.
 */
public sealed interface SecurityEvent extends DomainEvent
        permits ClientAuthenticationFailed, AccessRefused, TokenRefused, AttemptsRefused, PrivateKeyRefused {
    /** Id of the stream that this is part of: there is one for each organization and day. */
    String logId();

    /** Id of the organization. */
    String organizationId();

    /** Id of the app that the attempt was made as, or by; null when several were. */
    @Nullable
    String appId();

    /** Number of attempts. */
    int count();

    /** Time of the first attempt. */
    Instant firstAt();

    /** Time of the last attempt. */
    Instant lastAt();

    /** Addresses the attempts came from, ten at most. */
    List<String> addresses();
}
