package io.keyledger.query.lifetime;

import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;

/** Gives the entries of an app's history its organization, and removes them with the app. */
final class HistoryOfApps implements Consumer<Map<String, RowBatch>> {
    @Override
    public void accept(Map<String, RowBatch> rows) {
        var lifetimes = Objects.requireNonNull(rows.get(LifetimeChanges.LIFETIMES));
        var history = Objects.requireNonNull(rows.get(LifetimeChanges.HISTORY));
        history.loadBy(LifetimeChanges.LIFETIME_ID, lifetimes.removed());
        var entries = history.rows(entry -> true).toList();
        lifetimes.load(entries.stream().map(HistoryOfApps::app).toList());
        for (var entry : entries) {
            var lifetime = lifetimes.get(app(entry));
            if (lifetime == null) {
                history.remove(entry.getString(StoredRow.ID));
            } else {
                history.put(
                        new Document(entry).append(StoredRow.ORGANIZATION, lifetime.getString(StoredRow.ORGANIZATION)));
            }
        }
    }

    private static String app(Document entry) {
        return entry.getString(LifetimeChanges.LIFETIME_ID);
    }
}
