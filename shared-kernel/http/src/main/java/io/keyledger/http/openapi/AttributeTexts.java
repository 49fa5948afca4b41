package io.keyledger.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.ResourceType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The meaning of each attribute and an example, which the resource tables do not have. Read from {@code
 * attributes.txt}.
 */
final class AttributeTexts {
    private static final String TABLE = "attributes.txt";
    private static final String ANY = "*";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, AttributeText> byName;

    private AttributeTexts(Map<String, AttributeText> byName) {
        this.byName = Map.copyOf(byName);
    }

    private record AttributeText(String example, String text) {}

    static AttributeTexts shipped() {
        var table = Objects.requireNonNull(AttributeTexts.class.getResourceAsStream(TABLE));
        try (var lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            var byName = new HashMap<String, AttributeText>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .forEach(parts -> byName.put(parts[0], new AttributeText(parts[1], parts[2])));
            return new AttributeTexts(byName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema with the attribute's meaning and example. */
    Schema in(ResourceType type, Attribute attribute, Schema schema) {
        var meaning = byName.get(nameOf(type, attribute));
        if (meaning == null) {
            return schema;
        }
        return schema.with("description", meaning.text()).with("examples", Collections.singletonList(example(meaning)));
    }

    private static @Nullable Object example(AttributeText meaning) {
        return JSON.readValue(meaning.example(), Object.class);
    }

    /** The name of its line: its own, or the one for all resources. */
    String nameOf(ResourceType type, Attribute attribute) {
        var own = type.name() + '.' + attribute.name();
        return byName.containsKey(own) ? own : ANY + '.' + attribute.name();
    }

    Set<String> names() {
        return byName.keySet();
    }
}
