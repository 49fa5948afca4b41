package io.keyledger.standalone;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.secret.Pepper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pepper as JSON: {@code {"current":"1","keys":{"1":"<base64 of 32 bytes or more>"}}}. To rotate it, add a key and
 * name it current; keep the old ones as long as a secret made under them lives.
 */
final class PepperFile {
    private static final int KEY_BYTES = 32;

    private final JsonMapper json;
    private final Randomness randomness;

    PepperFile(JsonMapper json, Randomness randomness) {
        this.json = json;
        this.randomness = randomness;
    }

    /** Reads the file, or makes one (mode 0600) with a fresh key when there is none. */
    Pepper readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return parse(Files.readString(file), file.toString());
    }

    /** Reads the JSON; the origin is named when it cannot be read, its content never. */
    Pepper parse(String text, String origin) {
        try {
            var stored = json.readValue(text, Stored.class);
            return new Pepper(stored.current(), stored.decoded());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalStateException("The pepper in " + origin + " cannot be read.");
        }
    }

    private void create(Path file) throws IOException {
        var key = Base64.getEncoder().encodeToString(randomness.bytes(KEY_BYTES));
        var draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "pepper",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, json.writeValueAsString(new Stored("1", Map.of("1", key))));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private record Stored(String current, Map<String, String> keys) {
        Map<String, byte[]> decoded() {
            return keys.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> Base64.getDecoder().decode(e.getValue())));
        }

        @Override
        public String toString() {
            return "Stored[" + current + "]";
        }
    }
}
