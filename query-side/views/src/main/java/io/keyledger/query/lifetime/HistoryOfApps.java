package io.keyledger.query.lifetime;

import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;

/** Gives the entries of an app's history its organization; removes them and the app's credentials with the app. */
final class HistoryOfApps implements Consumer<Map<String, RowBatch>> {
    @Override
    public void accept(Map<String, RowBatch> rows) {
        var lifetimes = Objects.requireNonNull(rows.get(LifetimeChanges.LIFETIMES));
        var history = Objects.requireNonNull(rows.get(LifetimeChanges.HISTORY));
        var credentials = Objects.requireNonNull(rows.get(LifetimeChanges.CREDENTIALS));
        history.loadBy(LifetimeChanges.LIFETIME_ID, lifetimes.removed());
        history.loadBy(LifetimeChanges.LIFETIME_ID, personal(lifetimes));
        credentials.loadBy(LifetimeChanges.LIFETIME_ID, lifetimes.removed());
        removeOrphans(credentials, lifetimes);
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

    /** The only apps that change their organization. */
    private static List<String> personal(RowBatch lifetimes) {
        return lifetimes
                .rows(row -> "user".equals(row.getString(LifetimeChanges.KIND)))
                .map(row -> row.getString(StoredRow.ID))
                .toList();
    }

    private static void removeOrphans(RowBatch credentials, RowBatch lifetimes) {
        var all = credentials.rows(credential -> true).toList();
        lifetimes.load(all.stream().map(HistoryOfApps::app).toList());
        all.stream()
                .filter(credential -> lifetimes.get(app(credential)) == null)
                .map(credential -> credential.getString(StoredRow.ID))
                .forEach(credentials::remove);
    }

    private static String app(Document entry) {
        return entry.getString(LifetimeChanges.LIFETIME_ID);
    }
}
