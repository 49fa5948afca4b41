package io.keyledger.query.lifetime;

import com.mongodb.client.model.Filters;
import io.keyledger.http.answer.Row;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Until when tokens of apps may live that were issued so far: there are no events of them. */
final class LiveTokens {
    private final ViewsDatabase views;
    private final LastUses uses;

    LiveTokens(ViewsDatabase views) {
        this.views = views;
        this.uses = new LastUses(views);
    }

    /**
     * When the tokens of each app have ended, by its id; none for an app without tokens. Those got with a credential end
     * with it, and all that were got until all of the app were ended count no more.
     */
    Map<String, Instant> ends(List<Row> apps) {
        var credentials = credentials(apps);
        var known = uses.of(Stream.concat(
                        apps.stream().map(Row::id),
                        credentials.values().stream().flatMap(List::stream).map(LiveTokens::id))
                .toList());
        var ends = new HashMap<String, Instant>();
        for (var app : apps) {
            var since = app.values().get(LifetimeChanges.TOKENS_SINCE) instanceof Instant end ? end : Instant.EPOCH;
            Stream.concat(
                            Stream.of(new Document(StoredRow.ID, app.id())),
                            credentials.getOrDefault(app.id(), List.of()).stream())
                    .flatMap(source -> Stream.ofNullable(end(source, known.get(id(source)), since)))
                    .forEach(end -> ends.merge(app.id(), end, (one, other) -> one.isAfter(other) ? one : other));
        }
        return ends;
    }

    private static @Nullable Instant end(Document source, @Nullable LastUse use, Instant since) {
        var tokens = use == null ? null : use.tokens();
        if (tokens == null || tokens.since().isBefore(since)) {
            return null;
        }
        Date end = source.getDate(LifetimeChanges.ENDS_AT);
        return end == null || tokens.until().isBefore(end.toInstant()) ? tokens.until() : end.toInstant();
    }

    private Map<String, List<Document>> credentials(List<Row> apps) {
        var ids = apps.stream().map(Row::id).toList();
        return views
                .collection(Tables.of(LifetimeChanges.CREDENTIALS))
                .find(Filters.in(LifetimeChanges.LIFETIME_ID, ids))
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.groupingBy(row -> row.getString(LifetimeChanges.LIFETIME_ID)));
    }

    private static String id(Document source) {
        return source.getString(StoredRow.ID);
    }
}
