package io.keyledger.view.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * How far each view has come, and which node holds its claim; stored in the database of the views, so that both are
 * lost together.
 */
public final class Positions {
    static final String COLLECTION = "positions";
    /** The claim of a node that has not extended it for so long may be taken by another. */
    public static final Duration CLAIM = Duration.ofSeconds(5);

    private final ViewsDatabase views;
    private final Serializer serializer;
    private final String node;

    public Positions(ViewsDatabase views, Serializer serializer, String node) {
        this.views = views;
        this.serializer = serializer;
        this.node = node;
    }

    public TokenStore store() {
        var template = DefaultMongoTemplate.builder()
                .mongoDatabase(views.database())
                .trackingTokensCollectionName(COLLECTION)
                .build();
        return MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(serializer)
                .nodeId(node)
                .claimTimeout(CLAIM)
                .transactionManager(views.batches())
                .build();
    }

    /**
     * The stored position of the generation that is read; null when no event was handled yet.
     *
     * @param now the database with the routes to use
     */
    @Nullable
    public TrackingToken of(String view, ViewsDatabase now) {
        return of(now.routes().position(view));
    }

    /**
     * The name of the position of the generation that is read, as last seen by this node; another generation has
     * another name. Does not ask the database.
     */
    public String generation(String view, ViewsDatabase views) {
        return views.routes().knownPosition(view);
    }

    @Nullable
    public TrackingToken of(String position) {
        var entry = entry(position);
        if (entry == null || entry.get("token") == null) {
            return null;
        }
        var bytes = entry.get("token", Binary.class).getData();
        return serializer.deserialize(
                new SimpleSerializedObject<>(bytes, byte[].class, entry.getString("tokenType"), null));
    }

    void drop(String position) {
        entries().deleteMany(Filters.eq("processorName", position));
    }

    private @Nullable Document entry(String position) {
        return entries().find(Filters.eq("processorName", position)).first();
    }

    private MongoCollection<Document> entries() {
        return views.database().getCollection(COLLECTION);
    }
}
