package io.keyledger.command.app;

import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.expiry.CredentialKind;
import io.keyledger.kernel.expiry.NoticeDays;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a credential ends, and whether its notices and its end are recorded already, each once. The same for a disabled
 * app: it may be enabled again, and its credentials expire meanwhile.
 *
 * @param madeAt   when it was added
 * @param end      when it ends
 * @param renewed  whether it has a successor; then no notice is due any more
 * @param given    the days of the last notice; null before the first
 * @param recorded whether its end is recorded
 */
record Expiry(
        CredentialKind kind,
        Instant madeAt,
        Instant end,
        boolean renewed,
        @Nullable Integer given,
        boolean recorded) {
    static Expiry of(CredentialKind kind, Instant madeAt, Instant end) {
        return new Expiry(kind, madeAt, end, false, null, false);
    }

    Expiry renewedUntil(Instant deadline) {
        return new Expiry(kind, madeAt, deadline, true, given, recorded);
    }

    Expiry told(int days) {
        return new Expiry(kind, madeAt, end, renewed, days, recorded);
    }

    Expiry withEndRecorded() {
        return new Expiry(kind, madeAt, end, renewed, given, true);
    }

    boolean isOver(Instant now) {
        return kind.isOver(end, now);
    }

    /**
     * The events due by now for the credential with that id. Once it is over, its end alone: a notice that no check came
     * to give in time says nothing any more, and is never given.
     */
    List<AppEvent> due(String app, String credential, NoticeDays notices, Instant now) {
        if (recorded) {
            return List.of();
        }
        if (isOver(now)) {
            return List.of(
                    switch (kind) {
                        case CLIENT_SECRET -> new ClientSecretExpired(app, credential, end);
                        case CERTIFICATE -> new CertificateExpired(app, credential, end);
                    });
        }
        return dueNotices(notices, now).stream()
                .<AppEvent>map(days -> new ExpiryNoticeGiven(app, credential, kind.word(), days, end))
                .toList();
    }

    /** The days of the notices due by now; several when no check ran for a while. */
    private List<Integer> dueNotices(NoticeDays notices, Instant now) {
        return renewed
                ? List.of()
                : notices.pending(madeAt, end, given).stream()
                        .filter(notice -> !notice.dueAt().isAfter(now))
                        .map(NoticeDays.Notice::days)
                        .toList();
    }
}
