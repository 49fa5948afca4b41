package io.keyledger.query.support;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which shape each view has in the database. A view of another shape, one with a collection missing, or one of other
 * events is dropped together with its position: it comes back from the events.
 */
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

    /** Brings the database into the shape that the group needs. */
    void prepare(ViewGroup group, @Nullable TrackingToken head) {
        var existing = views.database().listCollectionNames().into(new HashSet<>());
        var stored = schema().find(Filters.eq("_id", group.name())).first();
        if (!fits(stored, group, existing) || isAheadOf(head, group)) {
            log.info("View {} is built from the first event on", group.name());
            drop(group, stored, existing);
            create(group);
        }
    }

    private static boolean fits(@Nullable Document stored, ViewGroup group, Set<String> existing) {
        return stored != null
                && stored.getInteger("version", 0) == group.version()
                && existing.containsAll(names(group));
    }

    /** Views that know more than the events were made of other events: a backup was put back, or the store is a new one. */
    private boolean isAheadOf(@Nullable TrackingToken head, ViewGroup group) {
        var position = positions.of(group.name());
        return position != null && number(position) > number(head);
    }

    private static long number(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** The note goes first and comes back last: a half-made view is never taken for a whole one. */
    private void drop(ViewGroup group, @Nullable Document stored, Set<String> existing) {
        schema().deleteOne(Filters.eq("_id", group.name()));
        views.collection(Positions.COLLECTION).deleteMany(Filters.eq("processorName", group.name()));
        var names = new HashSet<>(names(group));
        if (stored != null) {
            names.addAll(stored.getList("collections", String.class, List.of()));
        }
        names.retainAll(existing);
        names.forEach(name -> views.collection(name).drop());
    }

    private void create(ViewGroup group) {
        for (var collection : group.collections()) {
            createCollection(collection.name());
            collection.indexesOn(views).forEach(views.collection(collection.name())::createIndex);
        }
        schema().replaceOne(
                        Filters.eq("_id", group.name()),
                        new Document("version", group.version()).append("collections", names(group)),
                        new ReplaceOptions().upsert(true));
    }

    private void createCollection(String name) {
        try {
            views.database().createCollection(name);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
    }

    private static List<String> names(ViewGroup group) {
        return group.collections().stream().map(ViewCollection::name).toList();
    }

    private MongoCollection<Document> schema() {
        return views.collection(COLLECTION);
    }
}
