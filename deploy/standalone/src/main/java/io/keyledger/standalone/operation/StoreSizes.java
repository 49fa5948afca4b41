package io.keyledger.standalone.operation;

import io.keyledger.kernel.DataDirectory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code keyledger.store.size}: bytes of the stores in the data directory, by store; 0 for one that is elsewhere. */
final class StoreSizes implements MeterBinder {
    private final DataDirectory directory;

    StoreSizes(DataDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bind("events", registry);
        bind("views", registry);
    }

    private void bind(String store, MeterRegistry registry) {
        Gauge.builder("keyledger.store.size", directory.path(), path -> size(path, store))
                .baseUnit("bytes")
                .tag("store", store)
                .register(registry);
    }

    /** A file that is renamed or removed meanwhile makes this one value unknown. */
    private static double size(Path directory, String store) {
        try (var files = Files.walk(directory, 2)) {
            return files.filter(file -> directory.relativize(file).toString().startsWith(store))
                    .filter(Files::isRegularFile)
                    .mapToLong(StoreSizes::size)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return Double.NaN;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
