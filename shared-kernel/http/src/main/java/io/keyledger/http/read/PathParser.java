package io.keyledger.http.read;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Filter.Path;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads attribute names joined by {@code _or_}, each of the resource itself or behind a relationship. */
final class PathParser {
    private static final String OR = "_or_";
    /** Characters; no attribute has a longer name, with its relationship before it. */
    private static final int LONGEST = 100;

    private final ResourceType type;

    PathParser(ResourceType type) {
        this.type = type;
    }

    /** The attributes, each once; none when one of them cannot be filtered on. */
    List<Path> parse(String names) {
        var found = new LinkedHashSet<Path>();
        var rest = names;
        while (!rest.isEmpty()) {
            var next = longest(rest);
            if (next == null) {
                return List.of();
            }
            found.add(next.path());
            rest = rest.substring(Math.min(rest.length(), next.length() + OR.length()));
        }
        return List.copyOf(found);
    }

    /**
     * The longest known name at the beginning of the text that is all of it, or is followed by {@code _or_} and more.
     */
    private @Nullable Found longest(String text) {
        var longest = text.length() <= LONGEST ? text.length() : text.lastIndexOf(OR, LONGEST);
        for (int end = longest; end > 0; end = text.lastIndexOf(OR, end - 1)) {
            var path = path(text.substring(0, end));
            if (path != null && end != text.length() - OR.length()) {
                return new Found(path, end);
            }
        }
        return null;
    }

    /** An own attribute goes before one of a related resource. */
    private @Nullable Path path(String name) {
        var own = attribute(type, name);
        return own == null ? related(name) : new Path(null, own);
    }

    private @Nullable Path related(String name) {
        for (var relationship : type.relationships()) {
            var attribute = relationship.filterable() ? through(relationship, name) : null;
            if (attribute != null) {
                return new Path(relationship, attribute);
            }
        }
        return null;
    }

    private static @Nullable Attribute through(Relationship relationship, String name) {
        var prefix = relationship.name() + '_';
        return name.startsWith(prefix)
                ? attribute(Resources.target(relationship), name.substring(prefix.length()))
                : null;
    }

    private static @Nullable Attribute attribute(ResourceType type, String name) {
        var attribute = name.equals(Resources.ID.name()) ? Resources.ID : type.attribute(name);
        return attribute != null && attribute.filterable() ? attribute : null;
    }

    private record Found(Path path, int length) {}
}
