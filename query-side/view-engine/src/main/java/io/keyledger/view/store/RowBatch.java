package io.keyledger.view.store;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import io.keyledger.view.row.StoredRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one collection during one batch of events: read in one query, changed in memory, written in one bulk. A row
 * with a higher sequence, written by another node, is not overwritten.
 */
public final class RowBatch {
    private final RowStore store;
    private final RowBudget budget;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public RowBatch(ViewsDatabase views, String collection) {
        this(new RowStore.Kept(views.collection(collection), views.embedded()), views.budget());
    }

    public RowBatch(RowStore store) {
        this(store, RowBudget.NONE);
    }

    private RowBatch(RowStore store, RowBudget budget) {
        this.store = store;
        this.budget = budget;
    }

    /** Reads the rows of the ids, where there are some. */
    public void load(Collection<String> ids) {
        var missing =
                ids.stream().filter(id -> !entries.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            missing.forEach(id -> entries.put(id, new Entry(null)));
            read(Filters.in(StoredRow.ID, missing));
        }
    }

    /** Reads the rows whose field has one of the values. */
    public void loadBy(String field, Collection<String> values) {
        if (!values.isEmpty()) {
            read(Filters.in(field, values));
        }
    }

    private void read(Bson filter) {
        store.each(filter, row -> {
            var entry = entries.get(row.getString(StoredRow.ID));
            if (entry == null || entry.isUntouched()) {
                budget.spend(row);
                entries.put(row.getString(StoredRow.ID), new Entry(row));
            }
        });
    }

    /** The row with the changes of this batch so far; null when there is none. Change it by {@link #put} only. */
    public @Nullable Document get(String id) {
        var entry = entries.get(id);
        return entry == null ? null : entry.now;
    }

    /** All rows read or changed in this batch that meet the condition. */
    public Stream<Document> rows(Predicate<Document> condition) {
        return entries.values().stream().flatMap(e -> Stream.ofNullable(e.now)).filter(condition);
    }

    /** The ids of rows that existed before this batch and that it removed. */
    public List<String> removed() {
        return entries.entrySet().stream()
                .filter(e -> e.getValue().before != null && e.getValue().now == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Sets the row of that id. */
    public void put(Document row) {
        entries.computeIfAbsent(row.getString(StoredRow.ID), id -> new Entry(null)).now = row;
    }

    /** Removes the row of that id. */
    public void remove(String id) {
        entries.computeIfAbsent(id, key -> new Entry(null)).now = null;
    }

    /** Writes all changes; they are visible when it returns. */
    public void write() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        entries.forEach((id, entry) -> {
            var write = write(id, entry.before, entry.now);
            if (write != null) {
                writes.add(write);
            }
        });
        if (!writes.isEmpty()) {
            store.write(writes);
        }
    }

    private @Nullable WriteModel<Document> write(String id, @Nullable Document before, @Nullable Document now) {
        if (now == null) {
            return before == null ? null : new DeleteOneModel<>(Filters.eq(StoredRow.ID, id));
        }
        if (before == null) {
            return new InsertOneModel<>(now);
        }
        return now.equals(before) ? null : new ReplaceOneModel<>(older(id, now), now);
    }

    private Bson older(String id, Document row) {
        var sameRow = Filters.eq(StoredRow.ID, id);
        return store.isOwn() ? sameRow : Filters.and(sameRow, Filters.lte(StoredRow.SEQUENCE, StoredRow.sequence(row)));
    }

    private static final class Entry {
        private final @Nullable Document before;
        private @Nullable Document now;

        Entry(@Nullable Document row) {
            this.before = row;
            this.now = row == null ? null : new Document(row);
        }

        boolean isUntouched() {
            return before == null ? now == null : before.equals(now);
        }
    }
}
