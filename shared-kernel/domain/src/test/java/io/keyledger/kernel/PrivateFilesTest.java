package io.keyledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path temporary;

    @Test
    void makesADirectoryThatOnlyItsOwnerMayEnter() throws IOException {
        var made = PrivateFiles.directory(temporary.resolve("a/b"));

        assertThat(mode(made)).isEqualTo("rwx------");
        assertThat(mode(temporary.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void leavesTheModeOfADirectoryThatIsThere() throws IOException {
        var there = temporary.resolve("there");
        Files.createDirectory(
                there, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

        assertThat(mode(PrivateFiles.directory(there))).isEqualTo("rwxr-x---");
    }

    @Test
    void makesAFileThatOnlyItsOwnerMayRead() throws IOException {
        assertThat(mode(PrivateFiles.file(temporary.resolve("f")))).isEqualTo("rw-------");
    }

    @Test
    void leavesTheContentOfAFileThatIsThere() throws IOException {
        var there = Files.writeString(temporary.resolve("there"), "kept");

        assertThat(PrivateFiles.file(there)).hasContent("kept");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
