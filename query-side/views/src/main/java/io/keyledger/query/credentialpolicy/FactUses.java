package io.keyledger.query.credentialpolicy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.UseFollower;
import java.util.Map;
import org.bson.Document;

/**
 * Writes last uses into the rows, also into those of a rebuild under way, since there are no events of uses. Several
 * nodes may write: the latest use wins.
 */
final class FactUses implements UseFollower {
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final ViewsDatabase views;

    FactUses(ViewsDatabase views) {
        this.views = views;
    }

    @Override
    public void used(Map<String, LastUse> uses) {
        views.batches()
                .executeInTransaction(() -> views.filled(PolicyViews.FACTS).forEach(rows -> write(uses, rows)));
    }

    /** Ids without a row, such as those of system apps, are skipped. */
    static void write(Map<String, LastUse> uses, MongoCollection<Document> rows) {
        var writes = uses.entrySet().stream()
                .map(use -> new UpdateOneModel<Document>(
                        Filters.eq(StoredRow.ID, FactRow.id(PolicyRule.UNUSED_AFTER, use.getKey())),
                        FactRow.used(use.getValue().at())))
                .toList();
        if (!writes.isEmpty()) {
            rows.bulkWrite(writes, IN_ANY_ORDER);
        }
    }
}
