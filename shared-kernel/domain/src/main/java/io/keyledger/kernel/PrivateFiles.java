package io.keyledger.kernel;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes directories and files that only their owner may enter or read. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** The data directory, made with mode 0700 when it is missing; one that is there keeps its mode. */
    public static Path directory(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(
                        absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return absolute;
        } catch (IOException e) {
            throw new StartRefused("the data directory " + absolute + " cannot be made", e);
        }
    }

    /** The file, made empty with mode 0600 when it is missing. */
    public static Path file(Path path) throws IOException {
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return path;
        }
        return path;
    }
}
