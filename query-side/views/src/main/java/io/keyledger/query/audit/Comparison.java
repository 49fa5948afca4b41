package io.keyledger.query.audit;

import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.view.row.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a resource: attribute → [before, after]. */
final class Comparison {
    private Comparison() {}

    /** Attributes that no resource shows are named without their values. */
    static Map<String, Object> of(
            Change change, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var differences = new TreeMap<String, Object>();
        for (var name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                differences.put(
                        name, isShown(change.type(), name) ? pair(before.get(name), after.get(name)) : unseen());
            }
        }
        change.unseen().forEach(name -> differences.put(name, unseen()));
        return differences;
    }

    /** Two successive sets of differences as one. */
    static Map<String, Object> merged(Map<String, @Nullable Object> first, Map<String, Object> second) {
        var all = new TreeMap<String, Object>();
        first.forEach((name, pair) -> all.put(name, Objects.requireNonNull(pair)));
        second.forEach((name, pair) ->
                all.merge(name, pair, (a, b) -> pair(((List<?>) a).getFirst(), ((List<?>) b).getLast())));
        return all;
    }

    private static List<@Nullable Object> unseen() {
        return pair(null, null);
    }

    private static List<@Nullable Object> pair(@Nullable Object before, @Nullable Object after) {
        return Arrays.asList(before, after);
    }

    private static boolean isShown(String typeName, String name) {
        return Resources.faces(typeName).stream().anyMatch(type -> isShown(type, name));
    }

    private static boolean isShown(ResourceType type, String name) {
        return type.attribute(name) != null
                || type.relationships().stream().map(Relationship::field).anyMatch(name::equals);
    }
}
