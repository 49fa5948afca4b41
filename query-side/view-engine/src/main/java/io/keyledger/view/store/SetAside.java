package io.keyledger.view.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.keyledger.view.row.StoredRow;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The events that each generation of a view could not show, by the name of its position. Stored beside the rows: lost
 * and made again with them, and dropped with the generation. Beyond a number of them, of all organizations or of one,
 * further ones are counted alone: a rebuild tries all again, named or not.
 */
public final class SetAside {
    private static final String COLLECTION = "set_aside";
    private static final String GENERATION = "generation";
    private static final String POSITION = "position";
    private static final String EVENT = "event_id";
    private static final String WORD = "word";
    private static final String AGGREGATE_TYPE = "aggregate_type";
    private static final String AGGREGATE = "aggregate_id";
    private static final String AGGREGATE_SEQUENCE = "aggregate_sequence";
    private static final String AT = "at";
    private static final String REASON = "reason";
    private static final String MORE = "more";

    private static final int MOST = 1000;
    /** Of one organization. */
    public static final int MOST_OF_ORGANIZATION = 100;

    private final ViewsDatabase views;

    public SetAside(ViewsDatabase views) {
        this.views = views;
    }

    /** Adds an event, in the order of their positions; one that is there already is replaced, and counts once. */
    public void add(String generation, SetAsideEvent event) {
        var id = generation + '/' + event.position();
        if (isKept(id) || hasRoom(generation, event)) {
            replace(id, row(id, generation, event));
        } else {
            countAlone(generation, event);
        }
    }

    private boolean isKept(String id) {
        return rows().find(Filters.eq(StoredRow.ID, id)).first() != null;
    }

    private boolean hasRoom(String generation, SetAsideEvent event) {
        var ofOrganization = Filters.and(named(generation), Filters.eq(StoredRow.ORGANIZATION, event.organizationId()));
        return rows().countDocuments(named(generation)) < MOST
                && rows().countDocuments(ofOrganization) < MOST_OF_ORGANIZATION;
    }

    /** A second time after a crash, its position is not beyond the last one. */
    private void countAlone(String generation, SetAsideEvent event) {
        var id = generation + '/' + MORE;
        var before = rows().find(Filters.eq(StoredRow.ID, id)).first();
        if (before == null || before.getLong(POSITION) < event.position()) {
            replace(
                    id,
                    new Document(StoredRow.ID, id)
                            .append(GENERATION, generation)
                            .append(POSITION, event.position())
                            .append(MORE, more(before) + 1));
        }
    }

    private void replace(String id, Document row) {
        rows().replaceOne(Filters.eq(StoredRow.ID, id), row, new ReplaceOptions().upsert(true));
    }

    private static long more(@Nullable Document row) {
        return row == null ? 0 : row.getLong(MORE);
    }

    private static Bson named(String generation) {
        return Filters.and(Filters.eq(GENERATION, generation), Filters.exists(MORE, false));
    }

    /** The first ones in the order of their positions, so many at most. */
    public List<SetAsideEvent> of(String generation, int most) {
        return rows().find(named(generation))
                .sort(Sorts.ascending(POSITION))
                .limit(most)
                .map(SetAside::read)
                .into(new ArrayList<>());
    }

    /** How many there are, those counted alone too. */
    public long count(String generation) {
        var more =
                rows().find(Filters.eq(StoredRow.ID, generation + '/' + MORE)).first();
        return rows().countDocuments(named(generation)) + more(more);
    }

    void drop(String generation) {
        rows().deleteMany(Filters.eq(GENERATION, generation));
    }

    private static Document row(String id, String generation, SetAsideEvent event) {
        return new Document(StoredRow.ID, id)
                .append(GENERATION, generation)
                .append(POSITION, event.position())
                .append(EVENT, event.eventId())
                .append(WORD, event.word())
                .append(AGGREGATE_TYPE, event.aggregateType())
                .append(AGGREGATE, event.aggregateId())
                .append(AGGREGATE_SEQUENCE, event.sequence())
                .append(StoredRow.ORGANIZATION, event.organizationId())
                .append(AT, Date.from(event.at()))
                .append(REASON, event.reason());
    }

    private static SetAsideEvent read(Document row) {
        return new SetAsideEvent(
                row.getLong(POSITION),
                row.getString(EVENT),
                row.getString(WORD),
                row.getString(AGGREGATE_TYPE),
                row.getString(AGGREGATE),
                row.getLong(AGGREGATE_SEQUENCE),
                row.getString(StoredRow.ORGANIZATION),
                row.getDate(AT).toInstant(),
                row.getString(REASON));
    }

    private MongoCollection<Document> rows() {
        return views.database().getCollection(COLLECTION);
    }
}
