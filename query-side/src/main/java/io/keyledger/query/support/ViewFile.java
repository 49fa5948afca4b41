package io.keyledger.query.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the embedded views. A file that cannot be read is moved aside: the views come back from the events.
 */
final class ViewFile {
    private static final Logger log = LoggerFactory.getLogger(ViewFile.class);
    private static final int CACHE_MEGABYTES = 16;

    private final Path file;
    private final Seal seal;
    private final Clock clock;

    ViewFile(Path directory, Clock clock) {
        this.file = directory.resolve("views.mv");
        this.seal = new Seal(file);
        this.clock = clock;
    }

    MVStore open() {
        makeDirectory();
        if (!seal.isIntact()) {
            moveAside("its checksum is another than at the last stop");
        }
        try {
            var store = openFile();
            seal.breakOpen();
            return store;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IllegalStateException("the views in " + file + " are in use by another process", e);
            }
            moveAside(e.toString());
            return openFile();
        }
    }

    /** To be called when the store is closed: the next start can tell whether the file is still the same. */
    void seal() {
        seal.set();
    }

    /** Nobody but the owner can enter the data directory above it. */
    private void makeDirectory() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MVStore openFile() {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open();
    }

    private void moveAside(String reason) {
        var aside = file.resolveSibling("damaged-" + clock.millis() + ".mv");
        log.warn("The views in {} cannot be used ({}); moved to {}, rebuilding from the events", file, reason, aside);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            seal.breakOpen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
