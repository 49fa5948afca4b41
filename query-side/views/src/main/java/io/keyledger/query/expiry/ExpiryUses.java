package io.keyledger.query.expiry;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.UseFollower;
import java.util.Map;
import org.bson.Document;

/**
 * Writes last uses into the rows of credentials, also into those of a rebuild under way, since there are no events of
 * uses. Several nodes may write: the latest use wins.
 */
final class ExpiryUses implements UseFollower {
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final ViewsDatabase views;

    ExpiryUses(ViewsDatabase views) {
        this.views = views;
    }

    @Override
    public void used(Map<String, LastUse> uses) {
        views.batches()
                .executeInTransaction(() -> views.filled(ExpiryViews.COLLECTION).forEach(rows -> write(uses, rows)));
    }

    /** Ids without a row, such as those of apps, are skipped. */
    static void write(Map<String, LastUse> uses, MongoCollection<Document> rows) {
        var writes = uses.entrySet().stream()
                .map(use -> new UpdateOneModel<Document>(
                        eq(StoredRow.ID, use.getKey()),
                        ExpiryRow.used(use.getValue().at())))
                .toList();
        if (!writes.isEmpty()) {
            rows.bulkWrite(writes, IN_ANY_ORDER);
        }
    }
}
