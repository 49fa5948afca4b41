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
 * Works out what of the rows follows from the organization's notices. It follows from the row and from what the organization
 * said last and from nothing else, so it is the same in whatever order and however often the two are looked at.
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

    /** Of these rows, as far as they are there. */
    void ofRows(Collection<String> ids) {
        if (!ids.isEmpty()) {
            reckon(Filters.in(StoredRow.ID, ids));
        }
    }

    /** Of all rows of the organizations: few at a time, however many there are. */
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

    /** A row that somebody has changed since it was read is left to him. */
    private static Stream<WriteModel<Document>> write(Document row, NoticeDays days) {
        var same = Filters.and(
                Filters.eq(StoredRow.ID, row.getString(StoredRow.ID)),
                Filters.eq(StoredRow.SEQUENCE, row.getLong(StoredRow.SEQUENCE)));
        return ExpiryRow.isReckoned(row, days)
                ? Stream.empty()
                : Stream.of(new UpdateOneModel<>(same, ExpiryRow.reckoned(row, days)));
    }
}
