package io.keyledger.view.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.Generation.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which generations each view has in the database, and which of them is read. */
public final class GenerationStore {
    static final String COLLECTION = "schema";
    private static final Logger log = LoggerFactory.getLogger(GenerationStore.class);
    private static final int NAMESPACE_EXISTS = 48;

    private final ViewsDatabase views;
    private final Positions positions;

    public GenerationStore(ViewsDatabase views, Positions positions) {
        this.views = views;
        this.positions = positions;
    }

    /** Of every view, by its name. */
    Map<String, Generations> all() {
        var all = new HashMap<String, Generations>();
        rows().find().forEach(row -> all.put(row.getString(StoredRow.ID), GenerationsRow.read(row)));
        return all;
    }

    Generations of(String view) {
        return GenerationsRow.read(rows().find(Filters.eq(StoredRow.ID, view)).first());
    }

    /**
     * Makes a change, whatever other nodes change meanwhile.
     *
     * @param change from what there is; gives the same back when there is nothing to change
     * @return whether there was
     */
    public boolean change(String view, UnaryOperator<Generations> change) {
        while (true) {
            var before = of(view);
            var after = change.apply(before);
            if (after.equals(before)) {
                return false;
            }
            if (replace(view, before, after.revised())) {
                return true;
            }
        }
    }

    private boolean replace(String view, Generations before, Generations after) {
        var row = GenerationsRow.write(view, after);
        if (before.all().isEmpty() && before.last() == 0) {
            return insert(row);
        }
        var known = before.revision() == 0 ? null : before.revision();
        var same = Filters.and(Filters.eq(StoredRow.ID, view), Filters.eq(GenerationsRow.REVISION, known));
        return rows().replaceOne(same, row).getMatchedCount() == 1;
    }

    private boolean insert(Document row) {
        try {
            rows().insertOne(row);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Sees to it that there is a generation that nodes of this release can read. There is a fresh one, which shows the
     * events little by little, when there is none of this shape, when one of its collections is missing, or when it was
     * made of other events.
     */
    public void prepare(ViewShape shape, @Nullable TrackingToken head) {
        var read = of(shape.name()).read(shape.version());
        var broken = read != null && (isDamaged(shape, read) || isAheadOf(head, shape, read)) ? read.number() : 0;
        if (change(shape.name(), all -> prepared(all, shape, broken))) {
            log.info("View {} is built from the first event on", shape.name());
        }
    }

    private Generations prepared(Generations all, ViewShape shape, int broken) {
        var read = all.read(shape.version());
        if (read == null || read.number() == broken) {
            var fresh = all.fresh(shape.version(), names(shape));
            create(shape, Objects.requireNonNull(fresh.read(shape.version())));
            return fresh;
        }
        return read.state() == State.READ ? all : all.readFrom(read.number());
    }

    /** Collections are whole before anybody knows of them. */
    private boolean isDamaged(ViewShape shape, Generation read) {
        var existing = views.database().listCollectionNames().into(new HashSet<>());
        return !names(shape).stream().map(read::collection).allMatch(existing::contains);
    }

    /** Views that know more than the events were made of other events: a backup was put back, or the store is a new one. */
    private boolean isAheadOf(@Nullable TrackingToken head, ViewShape shape, Generation read) {
        var position = positions.of(read.position(shape.name()));
        return position != null && number(position) > number(head);
    }

    private static long number(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** Begins a rebuild, if none is under way. */
    public boolean begin(ViewShape shape) {
        return change(shape.name(), all -> {
            var begun = all.begun(shape.version(), names(shape));
            if (!begun.equals(all)) {
                create(shape, Objects.requireNonNull(begun.coming()));
            }
            return begun;
        });
    }

    /** Makes the collections of a generation, where they are not there yet. */
    private void create(ViewShape shape, Generation generation) {
        for (var collection : shape.collections()) {
            var name = generation.collection(collection.name());
            if (!collection.index(views.database().getCollection(name), views.embedded())) {
                create(name);
            }
        }
    }

    private void create(String collection) {
        try {
            views.database().createCollection(collection);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
    }

    /** Drops a generation, unless it is in use again; its number goes last, so that none is forgotten half dropped. */
    public void drop(String view, Generation generation) {
        var number = generation.number();
        change(view, all -> all.abandoned(number));
        if (!of(view).is(number, State.ABANDONED)) {
            return;
        }
        generation.collections().stream()
                .map(generation::collection)
                .forEach(name -> views.database().getCollection(name).drop());
        positions.drop(generation.position(view));
        change(view, all -> all.without(number));
        log.info("Generation {} of view {} is dropped", number, view);
    }

    private static List<String> names(ViewShape shape) {
        return shape.collections().stream().map(ViewCollection::name).toList();
    }

    private MongoCollection<Document> rows() {
        return views.database().getCollection(COLLECTION);
    }
}
