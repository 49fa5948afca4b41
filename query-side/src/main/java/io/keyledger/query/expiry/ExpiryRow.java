package io.keyledger.query.expiry;

import com.mongodb.client.model.Updates;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.expiry.CredentialKind;
import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.query.support.Recorded;
import io.keyledger.query.support.StoredRow;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How what is known of a credential's end is kept. Whatever depends on the time of the reading is told by instants that
 * depend on nothing but the past, so that it can be searched for.
 */
final class ExpiryRow {
    static final String APP = "app_registration_id";
    static final String EXPIRES_AT = "expires_at";
    /** From when on it is expiring. */
    static final String EXPIRING_FROM = "expiring_from";
    /** Whether it has a successor. */
    static final String RETIRING = "retiring";

    static final String LAST_USED_AT = "last_used_at";
    /** Its last use, or its making when it was never used. */
    static final String UNUSED_SINCE = "unused_since";

    static final String NEXT_NOTICE_AT = "next_notice_at";
    static final String NOTICES_GIVEN = "notices_given";

    private ExpiryRow() {}

    static Document of(ClientSecretAdded event, Recorded cause) {
        return row(CredentialKind.CLIENT_SECRET, event.organizationId(), event.appId(), cause)
                .append("name", event.name())
                .append("hint", event.hint())
                .append("thumbprint_sha256", null)
                .append(NEXT_NOTICE_AT, date(next(cause.at(), event.expiresAt(), null)))
                .append(EXPIRES_AT, date(event.expiresAt()))
                .append(EXPIRING_FROM, date(event.expiresAt().minus(NoticeDays.DEFAULT.longest())));
    }

    static Document of(CertificateAdded event, Recorded cause) {
        return row(CredentialKind.CERTIFICATE, event.organizationId(), event.appId(), cause)
                .append("name", event.name())
                .append("hint", null)
                .append("thumbprint_sha256", event.thumbprintSha256())
                .append(NEXT_NOTICE_AT, date(next(cause.at(), event.notAfter(), null)))
                .append(EXPIRES_AT, date(event.notAfter()))
                .append(EXPIRING_FROM, date(event.notAfter().minus(NoticeDays.DEFAULT.longest())));
    }

    /** A successor has taken over until that instant. */
    static Bson retiring(Instant until) {
        return Updates.combine(
                Updates.set(RETIRING, true), Updates.set(EXPIRES_AT, date(until)), Updates.set(NEXT_NOTICE_AT, null));
    }

    /** A notice was given; what was due before the making does not matter any more. */
    static Bson told(int days, Instant end) {
        return Updates.combine(
                Updates.addToSet(NOTICES_GIVEN, "P" + days + "D"),
                Updates.set(NEXT_NOTICE_AT, date(next(Instant.EPOCH, end, days))));
    }

    /** Nothing more will happen to it by itself. */
    static Bson ended() {
        return Updates.set(NEXT_NOTICE_AT, null);
    }

    /** Of several uses the last one holds. */
    static Bson used(Instant at) {
        return Updates.combine(Updates.max(LAST_USED_AT, Date.from(at)), Updates.max(UNUSED_SINCE, Date.from(at)));
    }

    private static Document row(CredentialKind kind, String organizationId, String appId, Recorded cause) {
        return new Document(StoredRow.SEQUENCE, cause.sequence())
                .append(StoredRow.ORGANIZATION, organizationId)
                .append(APP, appId)
                .append("app_id", appId)
                .append("kind", kind.word())
                .append("created_at", date(cause.at()))
                .append(UNUSED_SINCE, date(cause.at()))
                .append(RETIRING, false)
                .append(NOTICES_GIVEN, List.of());
    }

    private static @Nullable Instant next(Instant madeAt, Instant end, @Nullable Integer given) {
        return NoticeDays.DEFAULT.pending(madeAt, end, given).stream()
                .map(NoticeDays.Notice::dueAt)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
