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

/**
 * The events that each generation of a view could not show, by the name of its position. Stored beside the rows: lost
 * and made again with them, and dropped with the generation.
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

    private final ViewsDatabase views;

    public SetAside(ViewsDatabase views) {
        this.views = views;
    }

    /** Adds an event; one that is there already is replaced. */
    public void add(String generation, SetAsideEvent event) {
        var id = generation + '/' + event.position();
        rows().replaceOne(Filters.eq(StoredRow.ID, id), row(id, generation, event), new ReplaceOptions().upsert(true));
    }

    /** The first ones in the order of their positions, so many at most. */
    public List<SetAsideEvent> of(String generation, int most) {
        return rows().find(Filters.eq(GENERATION, generation))
                .sort(Sorts.ascending(POSITION))
                .limit(most)
                .map(SetAside::read)
                .into(new ArrayList<>());
    }

    /** How many there are. */
    public long count(String generation) {
        return rows().countDocuments(Filters.eq(GENERATION, generation));
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
