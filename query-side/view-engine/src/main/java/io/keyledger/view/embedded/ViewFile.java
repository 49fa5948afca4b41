package io.keyledger.view.embedded;

import io.keyledger.kernel.PrivateFiles;
import io.keyledger.kernel.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the embedded views. A file that cannot be read is moved aside: the views are rebuilt from the events. */
public final class ViewFile {
    private static final Logger log = LoggerFactory.getLogger(ViewFile.class);
    /**
     * Writes at random places read pages again, so more cache means fewer reads: a sixteenth of the heap, 16 MB at
     * least.
     */
    private static final int CACHE_MEGABYTES =
            Math.toIntExact(Math.max(16, Runtime.getRuntime().maxMemory() >> 24));

    /**
     * Ids are random, so nearly every row that is written dirties another page: a quarter of the usual size is less to
     * save and to read.
     */
    private static final int PAGE_BYTES = 4 << 10;

    /** How rows and indexes are stored in the file: {@link BsonRowType}, {@link OrderedKeyType}. */
    private static final int FORMAT = 2;

    private final Path file;
    private final Seal seal;
    private final Clock clock;

    public ViewFile(Path directory, Clock clock) {
        this.file = directory.resolve("views.mv");
        this.seal = new Seal(file);
        this.clock = clock;
    }

    /** Opens the file with the reader; when that fails, moves it aside and opens an empty one. */
    <T> T open(Function<MVStore, T> reader) {
        if (!seal.isIntact()) {
            moveAside("its checksum is another than at the last stop");
        }
        seal.breakOpen();
        try {
            return read(reader);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new StartRefused("the views in " + file + " are in use by another process.");
            }
            return startOver(reader, e);
        } catch (RuntimeException e) {
            return startOver(reader, e);
        }
    }

    private <T> T startOver(Function<MVStore, T> reader, RuntimeException reason) {
        moveAside(reason.toString());
        return read(reader);
    }

    private <T> T read(Function<MVStore, T> reader) {
        var store = openFile();
        try {
            requireFormat(store);
            return reader.apply(store);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /** A file of another format may open and fail only at a later row. */
    private static void requireFormat(MVStore store) {
        if (store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORMAT);
        } else if (store.getStoreVersion() != FORMAT) {
            throw new IllegalStateException("its format is number " + store.getStoreVersion() + ", not " + FORMAT);
        }
    }

    /** Whether the file is writable and its disk has so many bytes free. */
    boolean takes(long bytes) {
        return Files.isWritable(file) && file.toFile().getUsableSpace() >= bytes;
    }

    /** To be called when the store is closed: writes the checksum that the next start compares. */
    void seal() {
        seal.set();
    }

    /** For their owner alone, also where an earlier start made them otherwise. */
    private void makePrivate() {
        try {
            var directory = PrivateFiles.directory(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(PrivateFiles.file(file), PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MVStore openFile() {
        makePrivate();
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES)
                .open();
    }

    private void moveAside(String reason) {
        var aside = file.resolveSibling("damaged-" + clock.millis() + ".mv");
        log.warn("The views in {} cannot be used ({}); moved to {}, rebuilding from the events", file, reason, aside);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
