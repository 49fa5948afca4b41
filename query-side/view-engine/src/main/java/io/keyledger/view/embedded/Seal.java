package io.keyledger.view.embedded;

import io.keyledger.kernel.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A checksum written beside a file at an orderly stop; a file without one was in use when its process died. */
final class Seal {
    private static final int CHUNK = 1 << 26;

    private final Path file;
    private final Path seal;

    Seal(Path file) {
        this.file = file;
        this.seal = file.resolveSibling(file.getFileName() + ".crc32c");
    }

    /** False only when there is a checksum and the file does not match it. */
    boolean isIntact() {
        try {
            return !Files.exists(file)
                    || !Files.exists(seal)
                    || Files.readString(seal).equals(checksum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set() {
        try {
            Files.writeString(PrivateFiles.file(seal), checksum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void breakOpen() {
        try {
            Files.deleteIfExists(seal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String checksum() throws IOException {
        var sum = new CRC32C();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var size = channel.size();
            for (long at = 0; at < size; at += CHUNK) {
                sum.update(channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(CHUNK, size - at)));
            }
            return size + " " + Long.toHexString(sum.getValue());
        }
    }
}
