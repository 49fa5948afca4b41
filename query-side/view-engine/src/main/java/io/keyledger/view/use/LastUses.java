package io.keyledger.view.use;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * When credentials and apps were last used, by their ids. There is no event of it, so it is in no view and no rebuild
 * drops it; it is lost with the database of the views, until the next use. Several nodes may write: the latest time
 * wins.
 */
public final class LastUses {
    private static final String COLLECTION = "credential_uses_v1";
    private static final String AT = "last_used_at";
    private static final String TOKENS = "tokens";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ViewsDatabase views;

    public LastUses(ViewsDatabase views) {
        this.views = views;
    }

    /** The last use of each id that has one. */
    public Map<String, LastUse> of(Collection<String> ids) {
        var found = new HashMap<String, LastUse>();
        if (!ids.isEmpty()) {
            views.collection(COLLECTION)
                    .find(in(StoredRow.ID, ids))
                    .forEach(use -> found.put(use.getString(StoredRow.ID), read(use)));
        }
        return found;
    }

    /** Stores uses; one earlier than the stored one changes nothing. */
    public void write(Map<String, LastUse> uses) {
        var writes = uses.entrySet().stream()
                .map(use -> new UpdateOneModel<Document>(
                        eq(StoredRow.ID, use.getKey()), update(use.getValue()), new UpdateOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            views.batches()
                    .executeInTransaction(() ->
                            views.collection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
    }

    private static LastUse read(Document use) {
        return new LastUse(use.getDate(AT).toInstant(), tokens(use.getString(TOKENS)));
    }

    private static Bson update(LastUse use) {
        var at = Updates.max(AT, Date.from(use.at()));
        var tokens = use.tokens();
        return tokens == null ? at : Updates.combine(at, Updates.max(TOKENS, text(tokens)));
    }

    /** As a text that sorts as they do, so that the database keeps the latest. */
    private static String text(LastUse.Tokens tokens) {
        return MOMENT.format(tokens.since()) + MOMENT.format(tokens.until());
    }

    private static LastUse.@Nullable Tokens tokens(@Nullable String text) {
        return text == null
                ? null
                : new LastUse.Tokens(
                        Instant.parse(text.substring(0, text.length() / 2)),
                        Instant.parse(text.substring(text.length() / 2)));
    }
}
