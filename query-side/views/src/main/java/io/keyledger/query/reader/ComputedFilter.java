package io.keyledger.query.reader;

import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Knows the condition behind each {@link io.keyledger.http.description.Question} of a resource. A feature makes a bean of it. */
public interface ComputedFilter {
    /** The resource. */
    ResourceType type();

    /**
     * Which rows are asked for then.
     *
     * @param question its name
     * @param values   what was asked: one text, or several of the fixed answers
     */
    Bson condition(Instant now, String question, List<Object> values);

    /**
     * The one of the fixed answers that is given by all rows that give none of the others, where each row gives one: it is
     * counted by that when no index counts it. Null when there is none such.
     */
    default @Nullable String remainder(String question) {
        return null;
    }
}
