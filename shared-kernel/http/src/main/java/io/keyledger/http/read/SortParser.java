package io.keyledger.http.read;

import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code sort=a,-b}: the first mention of an attribute counts. */
final class SortParser {
    private final ResourceType type;
    private final List<String> sortable;
    private final QueryFaults faults;
    private final Map<String, SortKey> keys = new LinkedHashMap<>();

    SortParser(ResourceType type, QueryFaults faults) {
        this.type = type;
        this.sortable = ReadRules.sortKeys(type);
        this.faults = faults;
    }

    void take(String name, List<String> values) {
        if (!name.equals("sort")) {
            faults.add(ErrorCode.INVALID_SORT_CRITERIA, name, "sort has no members");
            return;
        }
        Words.of(values).forEach(this::key);
    }

    List<SortKey> keys() {
        return keys.isEmpty() ? type.order() : List.copyOf(keys.values());
    }

    private void key(String word) {
        var descending = word.startsWith("-");
        var name = descending ? word.substring(1) : word;
        if (sortable.contains(name)) {
            keys.putIfAbsent(name, new SortKey(name, descending));
        } else {
            faults.add(ErrorCode.INVALID_SORT_CRITERIA, "sort", type.name() + " are not sorted by " + name);
        }
    }
}
