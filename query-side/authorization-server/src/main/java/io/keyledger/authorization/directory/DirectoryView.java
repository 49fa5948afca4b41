package io.keyledger.authorization.directory;

import static com.mongodb.client.model.Filters.lte;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.view.follow.Projection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory as a view: one row for each entry with its content as JSON. A node that starts reads it instead of all
 * events.
 */
final class DirectoryView implements Projection {
    static final String NAME = "directory";

    private static final int VERSION = 7;
    private static final String REVOCATIONS = "token_revocations_v2";
    private static final String ENTRY = "entry";
    private static final String EXPIRES_AT = "expires_at";
    private static final String APP = "app_id";

    private final JsonMapper json;
    private final Clock clock;

    DirectoryView(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    View view() {
        var tables = DirectoryTable.ALL.stream().map(table -> new ViewCollection(table.collection(), List.of()));
        var revocations = new ViewCollection(REVOCATIONS, List.of(new Document(APP, 1)));
        return new View(
                NAME, VERSION, Stream.concat(tables, Stream.of(revocations)).toList(), this);
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == TokenRevoked.class
                || DirectoryTable.ALL.stream().anyMatch(table -> table.events().isAssignableFrom(eventType));
    }

    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        DirectoryTable.ALL.forEach(table -> apply(views, table, events));
        var revocations = new RowBatch(views, REVOCATIONS);
        for (var recorded : events) {
            switch (recorded.event()) {
                case TokenRevoked revoked -> {
                    revocations.load(List.of(revoked.tokenId()));
                    revocations.put(
                            row(revoked.tokenId(), recorded.sequence(), EXPIRES_AT, Date.from(revoked.expiresAt()))
                                    .append(APP, revoked.appId()));
                }
                case TokensRevoked all -> forget(all.appId(), revocations);
                case AppDisabled all -> forget(all.appId(), revocations);
                case AppDeleted all -> forget(all.appId(), revocations);
                default -> {} // no other event ends tokens or their revocations
            }
        }
        revocations.write();
    }

    /** All tokens of the app have ended: which of them had been revoked before does not matter any more. */
    private static void forget(String appId, RowBatch revocations) {
        revocations.loadBy(APP, List.of(appId));
        var ids = revocations
                .rows(row -> appId.equals(row.getString(APP)))
                .map(row -> row.getString(StoredRow.ID))
                .toList();
        ids.forEach(revocations::remove);
    }

    /** Loads the rows into the directory, and deletes the revocations of expired tokens. */
    void load(ViewsDatabase views, Directory directory) {
        directory.tables().forEach(rows -> load(views, rows));
        var revocations = views.collection(REVOCATIONS);
        revocations.deleteMany(lte(EXPIRES_AT, Date.from(clock.instant())));
        for (var row : revocations.find()) {
            directory.revoke(
                    row.getString(APP),
                    row.getString(StoredRow.ID),
                    row.getDate(EXPIRES_AT).toInstant());
        }
    }

    private <E> void load(ViewsDatabase views, DirectoryEntries<E, ?> rows) {
        var entries = new HashMap<String, SequencedEntry<E>>();
        for (var row : views.collection(rows.table().collection()).find()) {
            entries.put(row.getString(StoredRow.ID), entry(row, rows.table().entry()));
        }
        rows.renew(entries);
    }

    private <E, V extends DomainEvent> void apply(
            ViewsDatabase views, DirectoryTable<E, V> table, List<Recorded> events) {
        var own = events.stream()
                .filter(e -> table.events().isInstance(e.event()))
                .toList();
        var rows = new RowBatch(views, table.collection());
        rows.load(own.stream().map(e -> table.idOf(e.event())).toList());
        own.forEach(e -> apply(table, e, rows));
        rows.write();
    }

    private <E, V extends DomainEvent> void apply(DirectoryTable<E, V> table, Recorded recorded, RowBatch rows) {
        var sequence = recorded.sequence();
        var id = table.idOf(recorded.event());
        var stored = rows.get(id);
        var before = stored == null ? null : entry(stored, table.entry());
        if (before != null && sequence <= before.sequence()) {
            return;
        }
        var after = table.next(before == null ? null : before.value(), recorded.event(), recorded.at());
        if (after == null) {
            rows.remove(id);
        } else {
            rows.put(row(id, sequence, ENTRY, json.writeValueAsString(after)));
        }
    }

    private static Document row(String id, long sequence, String field, @Nullable Object value) {
        return new Document(StoredRow.ID, id)
                .append(StoredRow.SEQUENCE, sequence)
                .append(field, value);
    }

    private <E> SequencedEntry<E> entry(Document row, Class<E> type) {
        return new SequencedEntry<>(json.readValue(row.getString(ENTRY), type), row.getLong(StoredRow.SEQUENCE));
    }
}
