package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A private key was sent as the certificate of that app: it was refused, nothing of it is kept or stands here, and
 * whoever sent it should take a new one.
 */
@Revision("1")
public record PrivateKeyRefused(
        String logId,
        String organizationId,
        String appId,
        int count,
        Instant firstAt,
        Instant lastAt,
        List<String> addresses)
        implements SecurityEvent {}
