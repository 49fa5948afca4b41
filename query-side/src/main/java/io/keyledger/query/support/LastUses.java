package io.keyledger.query.support;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * When credentials and apps were last used, by their ids. No event tells it, so it is part of no view and no rebuild drops
 * it; it is lost with the database of the views, and comes back with the next use. Several nodes may write: the latest holds.
 */
public final class LastUses {
    private static final String COLLECTION = "credential_uses_v1";
    private static final String AT = "last_used_at";

    private final ViewsDatabase views;

    public LastUses(ViewsDatabase views) {
        this.views = views;
    }

    /** When each was last used, of those that were. */
    public Map<String, Instant> of(Collection<String> ids) {
        var found = new HashMap<String, Instant>();
        if (!ids.isEmpty()) {
            views.collection(COLLECTION)
                    .find(in(StoredRow.ID, ids))
                    .forEach(use -> found.put(
                            use.getString(StoredRow.ID), use.getDate(AT).toInstant()));
        }
        return found;
    }

    /** Notes uses; an earlier one than is known changes nothing. */
    public void write(Map<String, Instant> uses) {
        var writes = uses.entrySet().stream()
                .map(use -> new UpdateOneModel<Document>(
                        eq(StoredRow.ID, use.getKey()),
                        Updates.max(AT, Date.from(use.getValue())),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            views.batches()
                    .executeInTransaction(() ->
                            views.collection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
    }
}
