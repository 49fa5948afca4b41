package io.keyledger.query.reader;

import io.keyledger.kernel.web.Attribute;
import io.keyledger.kernel.web.Filter;
import io.keyledger.kernel.web.Question;
import io.keyledger.kernel.web.ResourceType;
import java.time.Clock;
import java.util.List;
import org.bson.conversions.Bson;

/** Whoever knows what lists can be asked besides their attributes. */
record AllAnswerers(List<Answerer> all, Clock clock) {
    AllAnswerers {
        all = List.copyOf(all);
    }

    static boolean isAsked(ResourceType type, Attribute attribute) {
        return type.questions().stream().map(Question::attribute).anyMatch(asked -> asked.equals(attribute));
    }

    Bson condition(ResourceType type, Filter.Path path, Filter filter) {
        return of(type).condition(clock.instant(), path.attribute().name(), filter.values());
    }

    /** Who answers for the resource. */
    Answerer of(ResourceType type) {
        return all.stream()
                .filter(answerer -> answerer.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody answers for " + type.name()));
    }
}
