package io.keyledger.query.expiry;

import com.mongodb.client.model.Updates;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.expiry.CredentialKind;
import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a credential's expiry. Everything that depends on the time of the reading is stored as instants
 * computed from events alone, so that queries can compare them.
 */
final class ExpiryRow {
    static final String APP = "app_registration_id";
    static final String EXPIRES_AT = "expires_at";
    /** The instant from which its state is expiring. */
    static final String EXPIRING_FROM = "expiring_from";
    /** Whether it has a successor. */
    static final String RETIRING = "retiring";

    static final String LAST_USED_AT = "last_used_at";
    /** Its last use; before the first one, when it was added. */
    static final String UNUSED_SINCE = "unused_since";

    static final String NEXT_NOTICE_AT = "next_notice_at";
    static final String NOTICES_GIVEN = "notices_given";
    /** Whether no notice will be given any more, whatever the policy says. */
    private static final String QUIET = "quiet";
    /** The days before expiry of the last notice. */
    private static final String LAST_GIVEN = "last_given";

    private static final String CREATED_AT = "created_at";

    private ExpiryRow() {}

    static Document of(ClientSecretAdded event, Recorded cause) {
        return row(CredentialKind.CLIENT_SECRET, event.organizationId(), event.appId(), event.expiresAt(), cause)
                .append("name", event.name())
                .append("hint", event.hint())
                .append("thumbprint_sha256", null);
    }

    static Document of(CertificateAdded event, Recorded cause) {
        return row(CredentialKind.CERTIFICATE, event.organizationId(), event.appId(), event.notAfter(), cause)
                .append("name", event.name())
                .append("hint", null)
                .append("thumbprint_sha256", event.thumbprintSha256());
    }

    /** It has a successor, and is valid until that instant. */
    static Bson retiring(Instant until) {
        return Updates.combine(
                Updates.set(RETIRING, true), Updates.set(QUIET, true), Updates.set(EXPIRES_AT, Date.from(until)));
    }

    /** A notice was given. */
    static Bson told(int days) {
        return Updates.combine(Updates.addToSet(NOTICES_GIVEN, "P" + days + "D"), Updates.set(LAST_GIVEN, days));
    }

    /** It has expired: no further notices. */
    static Bson ended() {
        return Updates.set(QUIET, true);
    }

    /** Sets what follows from the notice days of its organization. */
    static Bson reckoned(Document row, NoticeDays notices) {
        return Updates.combine(
                Updates.set(EXPIRING_FROM, date(expiringFrom(row, notices))),
                Updates.set(NEXT_NOTICE_AT, date(next(row, notices))));
    }

    /** Whether the row has those values already. */
    static boolean isReckoned(Document row, NoticeDays notices) {
        return Objects.equals(expiringFrom(row, notices), instant(row, EXPIRING_FROM))
                && Objects.equals(next(row, notices), instant(row, NEXT_NOTICE_AT));
    }

    /** The latest use wins. */
    static Bson used(Instant at) {
        return Updates.combine(Updates.max(LAST_USED_AT, Date.from(at)), Updates.max(UNUSED_SINCE, Date.from(at)));
    }

    /** With the default notice days, until those of its organization are looked up. */
    private static Document row(CredentialKind kind, String organizationId, String appId, Instant end, Recorded cause) {
        var row = new Document(StoredRow.SEQUENCE, cause.sequence())
                .append(StoredRow.ORGANIZATION, organizationId)
                .append(APP, appId)
                .append("app_id", appId)
                .append("kind", kind.word())
                .append(CREATED_AT, Date.from(cause.at()))
                .append(EXPIRES_AT, Date.from(end))
                .append(UNUSED_SINCE, Date.from(cause.at()))
                .append(RETIRING, false)
                .append(QUIET, false)
                .append(LAST_GIVEN, null)
                .append(NOTICES_GIVEN, List.of());
        return row.append(EXPIRING_FROM, date(expiringFrom(row, NoticeDays.DEFAULT)))
                .append(NEXT_NOTICE_AT, date(next(row, NoticeDays.DEFAULT)));
    }

    private static Instant expiringFrom(Document row, NoticeDays notices) {
        return end(row).minus(notices.longest());
    }

    private static @Nullable Instant next(Document row, NoticeDays notices) {
        if (row.getBoolean(QUIET)) {
            return null;
        }
        var madeAt = Objects.requireNonNull(instant(row, CREATED_AT));
        return notices.pending(madeAt, end(row), row.getInteger(LAST_GIVEN)).stream()
                .map(NoticeDays.Notice::dueAt)
                .findFirst()
                .orElse(null);
    }

    private static Instant end(Document row) {
        return Objects.requireNonNull(instant(row, EXPIRES_AT));
    }

    private static @Nullable Instant instant(Document row, String field) {
        var date = row.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
