package io.keyledger.query.expiry;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.keyledger.query.support.LastUse;
import io.keyledger.query.support.StoredRow;
import io.keyledger.query.support.UseFollower;
import io.keyledger.query.support.ViewsDatabase;
import java.util.Map;
import org.bson.Document;

/** Brings last uses to the rows of credentials. Several nodes may write: the latest use holds. */
final class ExpiryUses implements UseFollower {
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final ViewsDatabase views;

    ExpiryUses(ViewsDatabase views) {
        this.views = views;
    }

    @Override
    public void used(Map<String, LastUse> uses) {
        views.batches().executeInTransaction(() -> write(uses));
    }

    /** The same within a batch. Ids of no row, such as those of apps, change nothing. */
    void write(Map<String, LastUse> uses) {
        var writes = uses.entrySet().stream()
                .map(use -> new UpdateOneModel<Document>(
                        eq(StoredRow.ID, use.getKey()),
                        ExpiryRow.used(use.getValue().at())))
                .toList();
        if (!writes.isEmpty()) {
            views.collection(ExpiryViews.COLLECTION).bulkWrite(writes, IN_ANY_ORDER);
        }
    }
}
