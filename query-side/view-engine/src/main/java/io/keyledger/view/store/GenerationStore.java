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

/** Stores which generations each view has, and which of them is read. */
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

    /** The generations of every view, by its name. */
    Map<String, Generations> all() {
        var all = new HashMap<String, Generations>();
        rows().find().forEach(row -> all.put(row.getString(StoredRow.ID), GenerationsRow.read(row)));
        return all;
    }

    Generations of(String view) {
        return GenerationsRow.read(rows().find(Filters.eq(StoredRow.ID, view)).first());
    }

    /**
     * Makes a change by compare and set: repeated until no other node has changed the document in between.
     *
     * @param change returns its argument when there is nothing to change
     * @return whether there was a change
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
     * Ensures that there is a generation that nodes of this release can read. A fresh one, filled from the first event
     * on, is made when there is none of this version, when one of its collections is missing, or when its position is
     * beyond the head of the event store.
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

    /** Collections are created before the generation is stored, so that a missing one has been removed since. */
    private boolean isDamaged(ViewShape shape, Generation read) {
        var existing = views.database().listCollectionNames().into(new HashSet<>());
        return !names(shape).stream().map(read::collection).allMatch(existing::contains);
    }

    /** A position beyond the head belongs to other events: a backup was restored, or the event store is a new one. */
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

    /** Makes the collections of a generation that do not exist yet. */
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

    /**
     * Drops a generation, unless it is in use again; its entry is removed last, so that an interrupted drop is
     * repeated.
     */
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
        new SetAside(views).drop(generation.position(view));
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
