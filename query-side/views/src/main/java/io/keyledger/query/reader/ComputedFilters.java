package io.keyledger.query.reader;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Question;
import io.keyledger.http.description.ResourceType;
import java.time.Clock;
import java.util.List;
import org.bson.conversions.Bson;

/** The computed filters of all resources. */
record ComputedFilters(List<ComputedFilter> all, Clock clock) {
    ComputedFilters {
        all = List.copyOf(all);
    }

    static boolean isAsked(ResourceType type, Attribute attribute) {
        return type.questions().stream().map(Question::attribute).anyMatch(asked -> asked.equals(attribute));
    }

    Bson condition(ResourceType type, Filter.Path path, Filter filter) {
        return of(type).condition(clock.instant(), path.attribute().name(), filter.values());
    }

    /** The one of the resource. */
    ComputedFilter of(ResourceType type) {
        return all.stream()
                .filter(computedFilter -> computedFilter.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody answers for " + type.name()));
    }
}
