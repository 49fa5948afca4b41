package io.keyledger.query.reader;

import io.keyledger.http.description.ResourceType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** Whoever knows which rows are there; of all other resources every row is. */
record ExtraConditions(List<ExtraCondition> all, Clock clock) {
    ExtraConditions {
        all = List.copyOf(all);
    }

    /** None where every row is there. */
    Stream<Bson> conditions(ResourceType type, Set<String> organizations) {
        return all.stream()
                .filter(presence -> presence.type().equals(type))
                .map(presence -> presence.condition(organizations, clock.instant()));
    }
}
