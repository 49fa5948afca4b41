package io.keyledger.view.embedded;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import com.mongodb.client.internal.Clusters;
import com.mongodb.client.internal.MongoClientImpl;
import com.mongodb.internal.thread.AsyncClientExecutor;
import de.bwaldvogel.mongo.MongoBackend;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of MongoDB's protocol in this process, kept in one file, used through the ordinary driver without a socket,
 * so that no other process can connect. The file is saved between batches of events and never within one: after a crash
 * views and positions are of the same moment.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final int SAVE_EVERY_MILLIS = 5000;

    /**
     * Batches wait while the file is saved: at most a twentieth of the time, while unsaved changes fit in an eighth of
     * the heap.
     */
    private static final int SHARE_OF_SAVING = 20;

    private static final int SHARE_OF_HEAP = 8;
    private static final int FILL_RATE = 50;
    private static final int REWRITE_BYTES = 4 << 20;
    private static final int SPARE_BYTES = 2 * REWRITE_BYTES;

    private final ViewFile file;
    private final MVStore store;
    private final MongoBackend backend;
    private final BatchLock lock = new BatchLock();
    private final Future<?> saving;
    private long savedAt = System.nanoTime();
    private long saveNanos;

    public EmbeddedMongo(ViewFile file, ScheduledExecutorService timer) {
        this.file = file;
        var opened = file.open(BsonBackend::new);
        this.store = opened.getMvStore();
        this.backend = opened;
        this.saving =
                timer.scheduleWithFixedDelay(this::save, SAVE_EVERY_MILLIS, SAVE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A client whose connections end in this server instead of a socket. */
    public MongoClient client(MongoClientSettings settings) {
        var driver = MongoDriverInformation.builder().build();
        var channels = new ServerChannels(backend);
        var nothingAsynchronous = AsyncClientExecutor.NO_OP;
        var cluster = Clusters.createCluster(settings, driver, channels, nothingAsynchronous);
        return new MongoClientImpl(cluster, driver, settings, channels, nothingAsynchronous);
    }

    /** The transactions of batches: the file is saved only between them. */
    public TransactionManager batches() {
        return lock;
    }

    private void save() {
        try {
            lock.betweenBatches(this::saveChanges);
        } catch (Throwable e) {
            log.warn("The views could not be saved; they are rebuilt from the events when needed", e);
        }
    }

    private void saveChanges() {
        if (store.isClosed() || !store.hasUnsavedChanges() || !isDue()) {
            return;
        }
        if (canSave()) {
            var began = System.nanoTime();
            store.commit();
            store.compact(FILL_RATE, REWRITE_BYTES);
            savedAt = System.nanoTime();
            saveNanos = savedAt - began;
        } else {
            log.warn("There is no room to save the views; they are read from memory until there is");
        }
    }

    private boolean isDue() {
        return System.nanoTime() - savedAt >= SHARE_OF_SAVING * saveNanos
                || store.getUnsavedMemory() > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    }

    /**
     * A store that failed to write is closed and cannot be read any more: without free disk space nothing is written.
     */
    private boolean canSave() {
        return file.takes(SPARE_BYTES + 2L * store.getUnsavedMemory());
    }

    @Override
    public void close() {
        saving.cancel(false);
        lock.betweenBatches(() -> {
            if (canSave()) {
                backend.close();
                file.seal();
            } else {
                store.closeImmediately();
            }
        });
    }
}
