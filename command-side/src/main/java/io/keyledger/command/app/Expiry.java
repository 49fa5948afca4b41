package io.keyledger.command.app;

import io.keyledger.kernel.expiry.CredentialKind;
import io.keyledger.kernel.expiry.NoticeDays;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How near a credential is to its end, as its app remembers it.
 *
 * @param madeAt  when it was added
 * @param end     when it ends
 * @param renewed whether it has a successor: nobody has to be told any more
 * @param given   the days of the last notice
 */
record Expiry(
        CredentialKind kind,
        Instant madeAt,
        Instant end,
        boolean renewed,
        @Nullable Integer given) {
    Expiry renewedUntil(Instant deadline) {
        return new Expiry(kind, madeAt, deadline, true, given);
    }

    Expiry told(int days) {
        return new Expiry(kind, madeAt, end, renewed, days);
    }

    /** The days of the notices due by now; several when nobody looked for a while. */
    List<Integer> dueNotices(NoticeDays notices, Instant now) {
        return renewed
                ? List.of()
                : notices.pending(madeAt, end, given).stream()
                        .filter(notice -> !notice.dueAt().isAfter(now))
                        .map(NoticeDays.Notice::days)
                        .toList();
    }

    boolean isOver(Instant now) {
        return kind.isOver(end, now);
    }
}
