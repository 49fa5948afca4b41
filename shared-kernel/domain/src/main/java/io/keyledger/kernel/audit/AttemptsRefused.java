package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Refused attempts in an organization that were not told apart, because there were too many kinds of them at the time:
 * other apps, reasons or operations than those with events of their own.
 */
@Revision("1")
public record AttemptsRefused(
        String logId, String organizationId, int count, Instant firstAt, Instant lastAt, List<String> addresses)
        implements SecurityEvent {
    @Override
    public @Nullable String appId() {
        return null;
    }
}
