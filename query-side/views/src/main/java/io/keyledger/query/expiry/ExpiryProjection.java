package io.keyledger.query.expiry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.view.follow.Projection;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one row per credential, by updates of single fields: last uses are written to the rows at the same time, and
 * replacing a row would lose them.
 */
final class ExpiryProjection implements Projection {
    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(90);

    private final LastUses uses;

    ExpiryProjection(LastUses uses) {
        this.uses = uses;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return AppEvent.class.isAssignableFrom(eventType) || eventType == CredentialPolicyChanged.class;
    }

    /** Last uses are looked up after the rows are written: later ones find their rows. */
    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        var notices = new NoticeProjector(views);
        var changed = notices.take(events);
        var effects = events.stream().map(ExpiryProjection::effect).toList();
        var writes =
                effects.stream().flatMap(effect -> effect.writes().stream()).toList();
        var rows = views.collection(ExpiryViews.COLLECTION);
        if (!writes.isEmpty()) {
            rows.bulkWrite(writes);
        }
        ExpiryUses.write(uses.of(ids(effects, Effect::added)), rows);
        var reckoning = new NoticeRecalculation(views, notices);
        reckoning.ofRows(ids(effects, Effect::reckoned));
        reckoning.ofOrganizations(changed);
    }

    private static List<String> ids(List<Effect> effects, Function<Effect, @Nullable String> id) {
        return effects.stream()
                .flatMap(effect -> Stream.ofNullable(id.apply(effect)))
                .toList();
    }

    private static Effect effect(Recorded recorded) {
        return recorded.event() instanceof AppEvent event ? effect(event, recorded) : Effect.NONE;
    }

    private static Effect effect(AppEvent event, Recorded recorded) {
        return switch (event) {
            case ClientSecretAdded e -> Effect.adds(e.secretId(), insert(e.secretId(), ExpiryRow.of(e, recorded)));
            case CertificateAdded e ->
                Effect.adds(e.certificateId(), insert(e.certificateId(), ExpiryRow.of(e, recorded)));
            case ClientSecretRotated e -> changes(e.secretId(), recorded, ExpiryRow.retiring(e.retiresAt()));
            case ExpiryNoticeGiven e -> changes(e.credentialId(), recorded, ExpiryRow.told(e.days()));
            case ClientSecretExpired e -> ends(e.secretId(), recorded);
            case CertificateExpired e -> ends(e.certificateId(), recorded);
            case ClientSecretRemoved e -> Effect.removes(remove(e.secretId()));
            case ClientSecretLeaked e -> Effect.removes(remove(e.secretId()));
            case CertificateRemoved e -> Effect.removes(remove(e.certificateId()));
            case PersonalAppMoved e ->
                Effect.ofMany(new UpdateManyModel<>(
                        eq(ExpiryRow.APP, e.appId()), Updates.set(StoredRow.ORGANIZATION, e.organizationId())));
            case AppDeleted e -> Effect.ofMany(new DeleteManyModel<>(eq(ExpiryRow.APP, e.appId())));
            case AppRegistered _, DashboardAppInstalled _, DashboardAppForked _, AppAttributeEvent _, TokensRevoked _ ->
                Effect.NONE;
        };
    }

    private static Effect changes(String id, Recorded cause, Bson change) {
        return Effect.changes(id, List.of(update(id, cause, change)));
    }

    /** With every expiry, rows are deleted that expired more than 90 days before. */
    private static Effect ends(String id, Recorded cause) {
        var longAgo = Date.from(cause.at().minus(KEPT_AFTER_THE_END));
        return Effect.changes(
                id,
                List.of(
                        update(id, cause, ExpiryRow.ended()),
                        new DeleteManyModel<>(lt(ExpiryRow.EXPIRES_AT, longAgo))));
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

    /**
     * What an event changes in the rows.
     *
     * @param added    id of the row that it adds, if any
     * @param reckoned id of the row whose notices have to be recalculated, if any
     */
    private record Effect(
            List<WriteModel<Document>> writes,
            @Nullable String added,
            @Nullable String reckoned) {
        private static final Effect NONE = new Effect(List.of(), null, null);

        private static Effect adds(String id, WriteModel<Document> write) {
            return new Effect(List.of(write), id, id);
        }

        private static Effect changes(String id, List<WriteModel<Document>> writes) {
            return new Effect(writes, null, id);
        }

        private static Effect ofMany(WriteModel<Document> write) {
            return removes(write);
        }

        private static Effect removes(WriteModel<Document> write) {
            return new Effect(List.of(write), null, null);
        }
    }
}
