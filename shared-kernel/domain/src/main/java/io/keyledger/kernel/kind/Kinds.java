package io.keyledger.kernel.kind;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of app kinds: read once at start, the same on every node. */
public final class Kinds {
    private final Map<String, Kind> byName;

    Kinds(Collection<Kind> kinds) {
        byName = kinds.stream()
                .collect(Collectors.toMap(
                        Kind::name, Function.identity(), (a, b) -> refuseTwice(a), LinkedHashMap::new));
    }

    /** The table the product ships. */
    public static Kinds shipped() {
        try (var in = Objects.requireNonNull(Kinds.class.getResourceAsStream("kinds.csv"))) {
            return read(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operator's table, in the form of the shipped one.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static Kinds read(Reader table) {
        return new Kinds(KindTable.parse(table));
    }

    /** The kind of that name, or null when there is none. */
    public @Nullable Kind find(String name) {
        return byName.get(name);
    }

    /** The kind of that name; an app in the ledger always has one. */
    public Kind get(String name) {
        var kind = byName.get(name);
        if (kind == null) {
            throw new IllegalStateException("the kind table has no " + name);
        }
        return kind;
    }

    /** All kinds, in the order of the table. */
    public Collection<Kind> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    private static Kind refuseTwice(Kind kind) {
        throw new IllegalArgumentException("the kind " + kind.name() + " stands twice in the table");
    }
}
