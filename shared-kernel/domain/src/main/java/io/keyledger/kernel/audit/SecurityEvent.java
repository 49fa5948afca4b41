package io.keyledger.kernel.audit;

import io.keyledger.kernel.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * Something that was tried and refused. One stands for all of its kind within a while, so that nobody floods the history by
 * trying.
 */
public sealed interface SecurityEvent extends DomainEvent
        permits ClientAuthenticationFailed, AccessRefused, TokenRefused {
    /** Id of the aggregate whose history this is part of: there is one for each organization and day. */
    String logId();

    /** Whose organization it is. */
    String organizationId();

    /** The app it was tried as, or by. */
    String appId();

    /** How often. */
    int count();

    /** The first time. */
    Instant firstAt();

    /** The last time. */
    Instant lastAt();

    /** Where from: ten addresses at most. */
    List<String> addresses();
}
