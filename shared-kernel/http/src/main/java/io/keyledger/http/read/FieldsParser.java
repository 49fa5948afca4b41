package io.keyledger.http.read;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code fields[type]=a,b}: attributes and relationships to show; {@code id} is always shown. */
final class FieldsParser {
    private static final String PREFIX = "fields[";

    private final QueryFaults faults;
    private final Map<String, Set<String>> byType = new LinkedHashMap<>();

    FieldsParser(QueryFaults faults) {
        this.faults = faults;
    }

    void take(String name, List<String> values) {
        var type = type(name);
        if (type == null) {
            faults.add(ErrorCode.INVALID_FIELD, name, name + " names no resource");
            return;
        }
        var names = byType.computeIfAbsent(type.name(), _ -> new LinkedHashSet<>());
        for (var word : Words.of(values)) {
            if (isShown(type, word)) {
                names.add(word);
            } else if (!word.equals(Resources.ID.name())) {
                faults.add(ErrorCode.INVALID_FIELD, name, type.name() + " have no field " + word);
            }
        }
    }

    Map<String, Set<String>> byType() {
        return Map.copyOf(byType);
    }

    private static @Nullable ResourceType type(String name) {
        return name.startsWith(PREFIX) && name.endsWith("]")
                ? Resources.byName(name.substring(PREFIX.length(), name.length() - 1))
                : null;
    }

    private static boolean isShown(ResourceType type, String name) {
        var attribute = type.attribute(name);
        return attribute == null ? type.relationship(name) != null : !attribute.writeOnly();
    }
}
