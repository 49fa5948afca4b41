package io.keyledger.kernel;

import java.nio.file.Path;

/**
 * Where this node keeps its files. It exists, and only its owner may enter it, before anybody is given this.
 *
 * @param path absolute
 */
public record DataDirectory(Path path) {
    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The file or directory of that name in it; nothing is made. */
    public Path file(String name) {
        return path.resolve(name);
    }
}
