package io.keyledger.query.support;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of MongoDB's protocol in this process, reached by the ordinary driver over the loopback interface, kept in
 * one file. The file is saved between batches of events and never within one: after a crash views and positions are of
 * the same moment.
 */
final class EmbeddedMongo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final int SAVE_EVERY_MILLIS = 2000;
    private static final int FILL_RATE = 50;
    private static final int REWRITE_BYTES = 4 << 20;

    private final ViewFile file;
    private final MVStore store;
    private final MongoServer server;
    private final BatchGate gate = new BatchGate();
    private final Future<?> saving;

    EmbeddedMongo(ViewFile file, ScheduledExecutorService timer) {
        this.file = file;
        var backend = file.open(BsonBackend::new);
        this.store = backend.getMvStore();
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 2);
        this.saving =
                timer.scheduleWithFixedDelay(this::save, SAVE_EVERY_MILLIS, SAVE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    String connectionString() {
        return server.getConnectionString();
    }

    /** What batches run in, so that none is saved half done. */
    TransactionManager batches() {
        return gate;
    }

    private void save() {
        try {
            gate.betweenBatches(this::saveChanges);
        } catch (RuntimeException e) {
            log.warn("The views could not be saved; they are rebuilt from the events when needed", e);
        }
    }

    private void saveChanges() {
        if (!store.isClosed() && store.hasUnsavedChanges()) {
            store.commit();
            store.compact(FILL_RATE, REWRITE_BYTES);
        }
    }

    @Override
    public void close() {
        saving.cancel(false);
        gate.betweenBatches(() -> {
            server.shutdownNow();
            file.seal();
        });
    }
}
