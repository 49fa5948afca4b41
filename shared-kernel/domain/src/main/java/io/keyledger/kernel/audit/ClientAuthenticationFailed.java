package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A client authentication as that app failed; {@code reason} is a word such as {@code wrong_secret}. */
@Revision("1")
public record ClientAuthenticationFailed(
        String logId,
        String organizationId,
        String appId,
        String reason,
        int count,
        Instant firstAt,
        Instant lastAt,
        List<String> addresses)
        implements SecurityEvent {}
