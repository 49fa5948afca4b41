package io.keyledger.query.app;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import io.keyledger.view.use.UseFollower;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.bson.Document;

/**
 * Writes last uses into the rows of apps, also into those of a rebuild under way, so that lists can be filtered and
 * sorted by them. The events of an app replace its row, and with it a use that was written meanwhile: after each batch
 * they are written again, from what is stored. Several nodes may write: the latest use wins.
 */
final class UsesOfApps implements UseFollower, BiConsumer<ViewsDatabase, Map<String, RowBatch>> {
    /** The field of an app's row; missing while it was never used. */
    static final String LAST_USED_AT = "last_used_at";

    private static final String COLLECTION = Tables.of(AppChanges.TYPE);
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final ViewsDatabase views;

    UsesOfApps(ViewsDatabase views) {
        this.views = views;
    }

    @Override
    public void used(Map<String, LastUse> uses) {
        views.batches().executeInTransaction(() -> views.filled(COLLECTION).forEach(rows -> write(uses, rows)));
    }

    /** Looks uses up after the rows are written: later ones find their rows. */
    @Override
    public void accept(ViewsDatabase database, Map<String, RowBatch> batches) {
        var apps = Objects.requireNonNull(batches.get(AppChanges.TYPE))
                .rows(row -> true)
                .map(row -> row.getString(StoredRow.ID))
                .toList();
        write(new LastUses(database).of(apps), database.collection(COLLECTION));
    }

    /** Ids without a row, such as those of credentials, are skipped. */
    private static void write(Map<String, LastUse> uses, MongoCollection<Document> rows) {
        var writes = uses.entrySet().stream()
                .map(use -> new UpdateOneModel<Document>(
                        eq(StoredRow.ID, use.getKey()),
                        Updates.max(LAST_USED_AT, Date.from(use.getValue().at()))))
                .toList();
        if (!writes.isEmpty()) {
            rows.bulkWrite(writes, IN_ANY_ORDER);
        }
    }
}
