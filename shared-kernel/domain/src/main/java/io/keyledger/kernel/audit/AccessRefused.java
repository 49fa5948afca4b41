package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Somebody with a valid token asked the API for what he may not; the operation is method and resource. */
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
