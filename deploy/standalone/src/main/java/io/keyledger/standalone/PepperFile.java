package io.keyledger.standalone;

import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.StartRefused;
import io.keyledger.kernel.secret.Pepper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pepper as JSON: {@code {"current":"1","keys":{"1":"<base64 of 32 bytes or more>"}}}. To rotate it, add a key and
 * name it current, as {@link PepperRotation} does; keep each old one until all secrets hashed under it have expired.
 */
final class PepperFile {
    private static final String NAME = "pepper.json";
    private static final int KEY_BYTES = 32;

    private final JsonMapper json;
    private final Randomness randomness;

    PepperFile(JsonMapper json, Randomness randomness) {
        this.json = json;
        this.randomness = randomness;
    }

    /** Reads the file of the directory, or makes one (mode 0600) with a fresh key when there is none. */
    Pepper readOrCreate(DataDirectory directory) throws IOException {
        var file = directory.file(NAME);
        if (!Files.exists(file)) {
            create(directory);
        }
        return parse(Files.readString(file), file.toString());
    }

    /** Adds a fresh key to the file of the directory and names it current; its id, or null when there is no file. */
    @Nullable
    String rotate(DataDirectory directory) throws IOException {
        var file = directory.file(NAME);
        if (!Files.exists(file)) {
            return null;
        }
        var text = Files.readString(file);
        parse(text, file.toString());
        var stored = json.readValue(text, Stored.class);
        var id = stored.unusedId();
        var keys = new TreeMap<>(stored.keys());
        keys.put(id, freshKey());
        directory.write(NAME, json.writeValueAsString(new Stored(id, keys)));
        return id;
    }

    /** Reads the JSON; an error names the origin, never the content. */
    Pepper parse(String text, String origin) {
        try {
            var stored = json.readValue(text, Stored.class);
            return new Pepper(stored.current(), stored.decoded());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new StartRefused("the pepper in " + origin + " cannot be read.");
        }
    }

    private void create(DataDirectory directory) throws IOException {
        directory.write(NAME, json.writeValueAsString(new Stored("1", Map.of("1", freshKey()))));
    }

    private String freshKey() {
        return Base64.getEncoder().encodeToString(randomness.bytes(KEY_BYTES));
    }

    private record Stored(String current, Map<String, String> keys) {
        Map<String, byte[]> decoded() {
            return keys.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> Base64.getDecoder().decode(e.getValue())));
        }

        String unusedId() {
            return IntStream.iterate(keys.size() + 1, i -> i + 1)
                    .mapToObj(Integer::toString)
                    .filter(id -> !keys.containsKey(id))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return "Stored[" + current + "]";
        }
    }
}
