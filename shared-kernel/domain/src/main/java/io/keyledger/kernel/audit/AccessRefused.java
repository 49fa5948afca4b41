package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A caller with a valid token lacked the right to an operation; {@code operation} is method and resource. */
@Revision("1")
public record AccessRefused(
        String logId,
        String organizationId,
        String appId,
        String operation,
        int count,
        Instant firstAt,
        Instant lastAt,
        List<String> addresses)
        implements SecurityEvent {}
