package io.keyledger.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PepperFileTest {
    private static final String SECRET = "klsec_live_x";

    private final PepperFile files = new PepperFile(new JsonMapper(), new Randomness());

    @TempDir
    Path directory;

    @Test
    void makesAFileOnlyItsOwnerReads() throws IOException {
        files.readOrCreate(new DataDirectory(directory));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("pepper.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void knowsASecretAfterARestart() throws IOException {
        var before = files.readOrCreate(new DataDirectory(directory));
        var after = files.readOrCreate(new DataDirectory(directory));

        assertThat(after.matches(SECRET, before.currentId(), before.verifier(SECRET)))
                .isTrue();
        assertThat(after.matches(SECRET + "y", before.currentId(), before.verifier(SECRET)))
                .isFalse();
    }

    @Test
    void keepsOldSecretsValidWhenItRotates() {
        var before = files.parse(stored("1", "1", key(1)), "a test");
        var after = files.parse("""
                {"current":"2","keys":{"1":"%s","2":"%s"}}""".formatted(key(1), key(2)), "a test");

        assertThat(after.matches(SECRET, "1", before.verifier(SECRET))).isTrue();
        assertThat(after.verifier(SECRET)).isNotEqualTo(before.verifier(SECRET));
    }

    @Test
    void addsAKeyAndKeepsTheOthers() throws IOException {
        var before = files.readOrCreate(new DataDirectory(directory));
        var report = new ByteArrayOutputStream();
        var rotation = new PepperRotation(files, new PrintStream(report, true, UTF_8));

        assertThat(rotation.rotate(PepperRotation.environment("rotate-pepper", "--keyledger.data-dir=" + directory)))
                .isZero();

        var after = files.readOrCreate(new DataDirectory(directory));
        assertThat(after.currentId()).isEqualTo("2");
        assertThat(after.matches(SECRET, before.currentId(), before.verifier(SECRET)))
                .isTrue();
        assertThat(after.verifier(SECRET)).isNotEqualTo(before.verifier(SECRET));
        assertThat(after.verifiers(SECRET)).contains(before.verifier(SECRET), after.verifier(SECRET));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("pepper.json"))))
                .isEqualTo("rw-------");
        assertThat(report.toString(UTF_8)).contains("key 2");
    }

    @Test
    void rotatesNothingWhereThereIsNoPepper() throws IOException {
        var report = new ByteArrayOutputStream();
        var rotation = new PepperRotation(files, new PrintStream(report, true, UTF_8));

        assertThat(rotation.rotate(PepperRotation.environment("rotate-pepper", "--keyledger.data-dir=" + directory)))
                .isEqualTo(1);
        assertThat(directory).isEmptyDirectory();
        assertThat(report.toString(UTF_8)).contains("no pepper");
    }

    @Test
    void refusesAPepperThatCannotBeReadWithoutShowingIt() {
        assertThatThrownBy(() -> files.parse(stored("9", "1", key(1)), "a test"))
                .hasMessage("the pepper in a test cannot be read.")
                .hasNoCause();
    }

    private static String stored(String current, String id, String key) {
        return """
                {"current":"%s","keys":{"%s":"%s"}}""".formatted(current, id, key);
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
