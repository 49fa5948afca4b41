package io.keyledger.query.expiry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.view.follow.Projection;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps one row per credential, by updates of single fields: the last use is written by somebody else at the same time, and
 * replacing a row would undo it.
 */
final class ExpiryProjection implements Projection {
    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(90);
    private static final Set<Class<?>> ADDED = Set.of(ClientSecretAdded.class, CertificateAdded.class);
    private static final Set<Class<?>> OTHERS = Set.of(
            ClientSecretRotated.class,
            ExpiryNoticeGiven.class,
            ClientSecretExpired.class,
            CertificateExpired.class,
            ClientSecretRemoved.class,
            ClientSecretLeaked.class,
            CertificateRemoved.class,
            AppDeleted.class,
            CredentialPolicyChanged.class);

    private final LastUses uses;

    ExpiryProjection(LastUses uses) {
        this.uses = uses;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return ADDED.contains(eventType) || OTHERS.contains(eventType);
    }

    /** Uses are looked up when the rows are there: one that is noted later finds its row. */
    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        var notices = new NoticeProjector(views);
        var changed = notices.take(events);
        var writes = events.stream().flatMap(ExpiryProjection::writes).toList();
        var rows = views.collection(ExpiryViews.COLLECTION);
        if (!writes.isEmpty()) {
            rows.bulkWrite(writes);
        }
        ExpiryUses.write(
                uses.of(events.stream().flatMap(ExpiryProjection::added).toList()), rows);
        var reckoning = new Reckoning(views, notices);
        reckoning.ofRows(events.stream().flatMap(ExpiryProjection::reckoned).toList());
        reckoning.ofOrganizations(changed);
    }

    /** The rows in which something changed that notices follow from. */
    private static Stream<String> reckoned(Recorded recorded) {
        return switch (recorded.event()) {
            case ClientSecretRotated e -> Stream.of(e.secretId());
            case ExpiryNoticeGiven e -> Stream.of(e.credentialId());
            case ClientSecretExpired e -> Stream.of(e.secretId());
            case CertificateExpired e -> Stream.of(e.certificateId());
            default -> added(recorded);
        };
    }

    private static Stream<String> added(Recorded recorded) {
        return switch (recorded.event()) {
            case ClientSecretAdded e -> Stream.of(e.secretId());
            case CertificateAdded e -> Stream.of(e.certificateId());
            default -> Stream.empty();
        };
    }

    private static Stream<WriteModel<Document>> writes(Recorded recorded) {
        return switch (recorded.event()) {
            case ClientSecretAdded e -> Stream.of(insert(e.secretId(), ExpiryRow.of(e, recorded)));
            case CertificateAdded e -> Stream.of(insert(e.certificateId(), ExpiryRow.of(e, recorded)));
            case ClientSecretRotated e -> Stream.of(update(e.secretId(), recorded, ExpiryRow.retiring(e.retiresAt())));
            case ExpiryNoticeGiven e -> Stream.of(update(e.credentialId(), recorded, ExpiryRow.told(e.days())));
            case ClientSecretExpired e -> ended(e.secretId(), recorded);
            case CertificateExpired e -> ended(e.certificateId(), recorded);
            case ClientSecretRemoved e -> Stream.of(remove(e.secretId()));
            case ClientSecretLeaked e -> Stream.of(remove(e.secretId()));
            case CertificateRemoved e -> Stream.of(remove(e.certificateId()));
            case AppDeleted e -> Stream.of(new DeleteManyModel<>(eq(ExpiryRow.APP, e.appId())));
            default -> Stream.empty();
        };
    }

    private static WriteModel<Document> insert(String id, Document row) {
        var fields = row.entrySet().stream()
                .map(field -> Updates.setOnInsert(field.getKey(), field.getValue()))
                .toList();
        return new UpdateOneModel<>(eq(StoredRow.ID, id), Updates.combine(fields), new UpdateOptions().upsert(true));
    }

    private static WriteModel<Document> update(String id, Recorded cause, Bson change) {
        return new UpdateOneModel<>(
                and(eq(StoredRow.ID, id), lt(StoredRow.SEQUENCE, cause.sequence())),
                Updates.combine(change, Updates.set(StoredRow.SEQUENCE, cause.sequence())));
    }

    private static WriteModel<Document> remove(String id) {
        return new DeleteOneModel<>(eq(StoredRow.ID, id));
    }

    /** Whenever one ends, those leave that ended long before. */
    private static Stream<WriteModel<Document>> ended(String id, Recorded cause) {
        var longAgo = Date.from(cause.at().minus(KEPT_AFTER_THE_END));
        return Stream.of(
                update(id, cause, ExpiryRow.ended()), new DeleteManyModel<>(lt(ExpiryRow.EXPIRES_AT, longAgo)));
    }
}
