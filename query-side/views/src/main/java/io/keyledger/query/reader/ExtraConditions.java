package io.keyledger.query.reader;

import io.keyledger.http.description.ResourceType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/** The additional conditions of all resources; most have none. */
record ExtraConditions(List<ExtraCondition> all, Clock clock) {
    ExtraConditions {
        all = List.copyOf(all);
    }

    /** Empty where every row exists. */
    Stream<Bson> conditions(ResourceType type, Set<String> organizations) {
        return all.stream()
                .filter(presence -> presence.type().equals(type))
                .map(presence -> presence.condition(organizations, clock.instant()));
    }
}
