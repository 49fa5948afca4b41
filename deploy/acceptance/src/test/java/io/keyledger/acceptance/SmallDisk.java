package io.keyledger.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a given size, in memory, that can be filled up to its last byte. */
record SmallDisk(Path root) implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    /** The reason for skipping tests that need one. */
    static final String REFUSED = "nobody may mount a file system here";

    /** Whether one can be mounted. */
    static boolean isAllowed() {
        try (var disk = of("1m")) {
            return Files.isDirectory(disk.root());
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** One of that size, in the words of mount. */
    static SmallDisk of(String size) {
        try {
            var root = Files.createTempDirectory("keyledger-small-disk");
            run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", root.toString());
            return new SmallDisk(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills it to the last byte. */
    void fill() throws IOException {
        try (var file = Files.newOutputStream(filler())) {
            for (int size = CHUNK; size > 0; size /= 2) {
                fill(file, new byte[size]);
            }
        }
    }

    private static void fill(OutputStream file, byte[] bytes) {
        try {
            while (true) {
                file.write(bytes);
            }
        } catch (IOException full) {
            // the disk is full
        }
    }

    /** Frees the space. */
    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return root.resolve("filler");
    }

    @Override
    public void close() {
        run("umount", "--lazy", root.toString());
        Directories.delete(root);
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
