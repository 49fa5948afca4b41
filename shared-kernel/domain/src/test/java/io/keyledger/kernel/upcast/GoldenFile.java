package io.keyledger.kernel.upcast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was once stored, in the file {@code golden/<word>.<revision>.json}: all members filled. Beside it stands {@code
 * golden/<word>.<revision>.nulls.json} of an event that allows null, with every such member null.
 */
record GoldenFile(String name, StoredEvent event) {
    private static final Pattern NAME = Pattern.compile("([a-z_]+\\.[a-z_]+)\\.(\\d+)(\\.nulls)?\\.json");

    static List<GoldenFile> all() throws IOException, URISyntaxException {
        var directory = Objects.requireNonNull(GoldenFile.class.getResource("golden"));
        try (var files = Files.list(Path.of(directory.toURI()))) {
            return files.sorted().map(GoldenFile::of).toList();
        }
    }

    private static GoldenFile of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new AssertionError(file + " is not named <word>.<revision>.json or <word>.<revision>.nulls.json");
        }
        try {
            var json = Files.readString(file).stripTrailing();
            return new GoldenFile(name.group(), new StoredEvent(name.group(1), name.group(2), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFilled() {
        return !name.endsWith(".nulls.json");
    }

    JsonNode tree() {
        return JsonMapper.shared().readTree(event.json());
    }

    @Override
    public String toString() {
        return name;
    }
}
