package io.keyledger.http.read;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code include=a,b.c}: relationship paths of at most {@value ReadRules#MAX_INCLUDE_DEPTH} names. */
final class IncludeParser {
    private final ResourceType type;
    private final QueryFaults faults;
    private final List<List<String>> paths = new ArrayList<>();

    IncludeParser(ResourceType type, QueryFaults faults) {
        this.type = type;
        this.faults = faults;
    }

    void take(String name, List<String> values) {
        if (!name.equals("include")) {
            faults.add(ErrorCode.INVALID_INCLUDE, name, "include has no members");
            return;
        }
        Words.of(values).forEach(this::path);
    }

    List<List<String>> paths() {
        return List.copyOf(paths);
    }

    private void path(String word) {
        var names = List.of(word.split("\\.", -1));
        if (names.size() > ReadRules.MAX_INCLUDE_DEPTH) {
            faults.add(
                    ErrorCode.INVALID_INCLUDE,
                    "include",
                    word + " is deeper than " + ReadRules.MAX_INCLUDE_DEPTH + " names");
        } else if (leadsSomewhere(names)) {
            paths.add(names);
        } else {
            faults.add(ErrorCode.INVALID_INCLUDE, "include", type.name() + " have no relationship " + word);
        }
    }

    private boolean leadsSomewhere(List<String> names) {
        @Nullable ResourceType here = type;
        for (var name : names) {
            var relationship = here == null ? null : here.relationship(name);
            here = relationship == null ? null : Resources.target(relationship);
        }
        return here != null;
    }
}
