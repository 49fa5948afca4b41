package io.keyledger.command.startup;

import io.keyledger.kernel.PrivateFiles;
import io.keyledger.kernel.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file lock that keeps a second process out of the data directory; the operating system releases it with this
 * process.
 */
public final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Refuses the start when another process holds the lock, and names that process. */
    public static DirectoryLock of(Path directory) {
        try {
            return locked(directory);
        } catch (IOException e) {
            throw new StartRefused("the data directory " + directory + " cannot be written to", e);
        }
    }

    private static DirectoryLock locked(Path directory) throws IOException {
        var file = PrivateFiles.file(directory.resolve("lock"));
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefused("process " + holder(file) + " uses the data directory " + directory + " already.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new DirectoryLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
