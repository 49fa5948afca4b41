package io.keyledger.command.schedule;

import io.keyledger.kernel.expiry.NoticeDays;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the schedule: a credential whose end is not recorded yet.
 *
 * @param madeAt  when it was added to its app, in whole milliseconds
 * @param end     when it ends, likewise
 * @param renewed whether it has a successor
 * @param given   the days of the last notice; null before the first
 */
public record Scheduled(
        String credentialId,
        String appId,
        String organizationId,
        Instant madeAt,
        Instant end,
        boolean renewed,
        @Nullable Integer given) {
    /** At its very end a certificate is still valid, a secret is not; a millisecond is the step of the clock. */
    private static final Duration PAST_THE_END = Duration.ofMillis(1);

    private static final Duration LONG = Duration.ofHours(1);

    static Scheduled added(String credentialId, String appId, String organizationId, Instant madeAt, Instant end) {
        return new Scheduled(credentialId, appId, organizationId, madeAt, end, false, null);
    }

    Scheduled renewedUntil(Instant deadline) {
        return new Scheduled(credentialId, appId, organizationId, madeAt, deadline, true, given);
    }

    Scheduled told(int days) {
        return new Scheduled(credentialId, appId, organizationId, madeAt, end, renewed, days);
    }

    /** When it is due next: never later than its app has something to record. */
    Instant due(NoticeDays notices) {
        return looks(notices).findFirst().orElseThrow();
    }

    /** When it is due again after its app had nothing to record by {@code now}. */
    Instant dueAfter(Instant now, NoticeDays notices) {
        return looks(notices).filter(now::isBefore).findFirst().orElse(now.plus(LONG));
    }

    private Stream<Instant> looks(NoticeDays notices) {
        var told = renewed
                ? Stream.<Instant>empty()
                : notices.pending(madeAt, end, given).stream().map(NoticeDays.Notice::dueAt);
        return Stream.concat(told, Stream.of(end, end.plus(PAST_THE_END)));
    }
}
