package io.keyledger.view.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.keyledger.view.embedded.EmbeddedMongo;
import io.keyledger.view.embedded.ViewFile;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.jspecify.annotations.Nullable;

/** The open connection to the database of the views, and the embedded server when there is one. */
public record ViewsConnection(
        ViewsDatabase database,
        MongoClient client,
        @Nullable EmbeddedMongo server) implements AutoCloseable {
    private static final int POOL_SIZE = 32;
    private static final int SECONDS = 5;

    public static ViewsConnection open(ViewsSettings settings, ViewFile file, ScheduledExecutorService timer) {
        return settings.isEmbedded() ? embedded(settings, file, timer) : remote(settings);
    }

    private static ViewsConnection embedded(ViewsSettings settings, ViewFile file, ScheduledExecutorService timer) {
        var server = new EmbeddedMongo(file, timer);
        var client = server.client(options().build());
        var database = client.getDatabase(settings.name());
        return new ViewsConnection(new ViewsDatabase(database, true, server.batches()), client, server);
    }

    private static ViewsConnection remote(ViewsSettings settings) {
        var address = new ConnectionString(Objects.requireNonNull(settings.uri()));
        var name = Objects.requireNonNullElse(address.getDatabase(), settings.name());
        var client = MongoClients.create(options(address));
        var database = new ViewsDatabase(client.getDatabase(name), false, NoTransactionManager.instance());
        return new ViewsConnection(database, client, null);
    }

    /**
     * The connection string overrides the defaults set here, but not read preference and write concern: a node reads
     * its own writes.
     */
    private static MongoClientSettings options(ConnectionString address) {
        return options()
                .applyConnectionString(address)
                .readPreference(ReadPreference.primary())
                .writeConcern(WriteConcern.MAJORITY)
                .build();
    }

    private static MongoClientSettings.Builder options() {
        return MongoClientSettings.builder()
                .applicationName("keyledger")
                .applyToConnectionPoolSettings(pool -> pool.maxSize(POOL_SIZE).maxWaitTime(SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SECONDS, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        client.close();
        if (server != null) {
            server.close();
        }
    }
}
