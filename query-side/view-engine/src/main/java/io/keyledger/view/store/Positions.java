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

/** How far each view has come, and which node is at it; kept beside the views, so that they are lost together. */
public final class Positions {
    static final String COLLECTION = "positions";
    /** A node that has not been heard of for so long has lost its views to the others. */
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
     * How far the view has come as it is read now, whichever node is at it; null when nothing was handled yet.
     *
     * @param now where it is read
     */
    @Nullable
    public TrackingToken of(String view, ViewsDatabase now) {
        return of(now.routes().position(view));
    }

    /**
     * A name for the generation of the view that is read, as it was last seen: with the next one it is another. Known without
     * the database.
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
