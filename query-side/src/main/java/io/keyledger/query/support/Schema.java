package io.keyledger.query.support;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.keyledger.query.support.Generation.State;
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
final class Schema {
    static final String COLLECTION = "schema";
    private static final Logger log = LoggerFactory.getLogger(Schema.class);
    private static final int NAMESPACE_EXISTS = 48;

    private final ViewsDatabase views;
    private final Positions positions;

    Schema(ViewsDatabase views, Positions positions) {
        this.views = views;
        this.positions = positions;
    }

    /** Of every view, by its name. */
    Map<String, Generations> all() {
        var all = new HashMap<String, Generations>();
        rows().find().forEach(row -> all.put(row.getString(StoredRow.ID), GenerationsRow.read(row)));
        return all;
    }

    Generations of(String group) {
        return GenerationsRow.read(rows().find(Filters.eq(StoredRow.ID, group)).first());
    }

    /**
     * Makes a change, whatever other nodes change meanwhile.
     *
     * @param change from what there is; gives the same back when there is nothing to change
     * @return whether there was
     */
    boolean change(String group, UnaryOperator<Generations> change) {
        while (true) {
            var before = of(group);
            var after = change.apply(before);
            if (after.equals(before)) {
                return false;
            }
            if (replace(group, before, after.revised())) {
                return true;
            }
        }
    }

    private boolean replace(String group, Generations before, Generations after) {
        var row = GenerationsRow.write(group, after);
        if (before.all().isEmpty() && before.last() == 0) {
            return insert(row);
        }
        var known = before.revision() == 0 ? null : before.revision();
        var same = Filters.and(Filters.eq(StoredRow.ID, group), Filters.eq(GenerationsRow.REVISION, known));
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
    void prepare(ViewGroup group, @Nullable TrackingToken head) {
        var read = of(group.name()).read(group.version());
        var broken = read != null && (isDamaged(group, read) || isAheadOf(head, group, read)) ? read.number() : 0;
        if (change(group.name(), all -> prepared(all, group, broken))) {
            log.info("View {} is built from the first event on", group.name());
        }
    }

    private Generations prepared(Generations all, ViewGroup group, int broken) {
        var read = all.read(group.version());
        if (read == null || read.number() == broken) {
            var fresh = all.fresh(group.version(), names(group));
            create(group, Objects.requireNonNull(fresh.read(group.version())));
            return fresh;
        }
        return read.state() == State.READ ? all : all.readFrom(read.number());
    }

    /** Collections are whole before anybody knows of them. */
    private boolean isDamaged(ViewGroup group, Generation read) {
        var existing = views.database().listCollectionNames().into(new HashSet<>());
        return !names(group).stream().map(read::collection).allMatch(existing::contains);
    }

    /** Views that know more than the events were made of other events: a backup was put back, or the store is a new one. */
    private boolean isAheadOf(@Nullable TrackingToken head, ViewGroup group, Generation read) {
        var position = positions.of(read.position(group.name()));
        return position != null && number(position) > number(head);
    }

    private static long number(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** Begins a rebuild, if none is under way. */
    boolean begin(ViewGroup group) {
        return change(group.name(), all -> {
            var begun = all.begun(group.version(), names(group));
            if (!begun.equals(all)) {
                create(group, Objects.requireNonNull(begun.coming()));
            }
            return begun;
        });
    }

    /** Makes the collections of a generation, where they are not there yet. */
    private void create(ViewGroup group, Generation generation) {
        for (var collection : group.collections()) {
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
    void drop(String group, Generation generation) {
        var number = generation.number();
        change(group, all -> all.abandoned(number));
        if (!of(group).is(number, State.ABANDONED)) {
            return;
        }
        generation.collections().stream()
                .map(generation::collection)
                .forEach(name -> views.database().getCollection(name).drop());
        positions.drop(generation.position(group));
        change(group, all -> all.without(number));
        log.info("Generation {} of view {} is dropped", number, group);
    }

    private static List<String> names(ViewGroup group) {
        return group.collections().stream().map(ViewCollection::name).toList();
    }

    private MongoCollection<Document> rows() {
        return views.database().getCollection(COLLECTION);
    }
}
