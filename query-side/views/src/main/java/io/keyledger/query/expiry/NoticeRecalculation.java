package io.keyledger.query.expiry;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewsDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Recalculates the fields that follow from the organization's notice days. They depend on the row and the latest notice
 * days only, so that neither the order nor the number of recalculations matters.
 */
final class NoticeRecalculation {
    private static final int BATCH = 500;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final ViewsDatabase views;
    private final NoticeProjector notices;

    NoticeRecalculation(ViewsDatabase views, NoticeProjector notices) {
        this.views = views;
        this.notices = notices;
    }

    /** For these rows, where they exist. */
    void ofRows(Collection<String> ids) {
        if (!ids.isEmpty()) {
            reckon(Filters.in(StoredRow.ID, ids));
        }
    }

    /** For all rows of the organizations, in batches. */
    void ofOrganizations(Set<String> organizations) {
        organizations.forEach(id -> reckon(Filters.eq(StoredRow.ORGANIZATION, id)));
    }

    private void reckon(Bson condition) {
        var batch = new ArrayList<Document>();
        views.collection(ExpiryViews.COLLECTION)
                .find(condition)
                .batchSize(BATCH)
                .forEach(row -> {
                    batch.add(row);
                    if (batch.size() == BATCH) {
                        write(batch);
                        batch.clear();
                    }
                });
        write(batch);
    }

    private void write(List<Document> rows) {
        var organizations =
                rows.stream().map(row -> row.getString(StoredRow.ORGANIZATION)).toList();
        var said = notices.of(organizations);
        var writes = rows.stream()
                .flatMap(row -> write(row, said.apply(row.getString(StoredRow.ORGANIZATION))))
                .toList();
        if (!writes.isEmpty()) {
            views.collection(ExpiryViews.COLLECTION).bulkWrite(writes, IN_ANY_ORDER);
        }
    }

    /** A row changed since it was read is skipped: that change recalculates it. */
    private static Stream<WriteModel<Document>> write(Document row, NoticeDays days) {
        var same = Filters.and(
                Filters.eq(StoredRow.ID, row.getString(StoredRow.ID)),
                Filters.eq(StoredRow.SEQUENCE, row.getLong(StoredRow.SEQUENCE)));
        return ExpiryRow.isReckoned(row, days)
                ? Stream.empty()
                : Stream.of(new UpdateOneModel<>(same, ExpiryRow.reckoned(row, days)));
    }
}
