package io.keyledger.query.reader;

import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Computes the condition for each {@link io.keyledger.http.description.Question} of a resource. A feature makes a bean
 * of it.
 */
public interface ComputedFilter {
    /** The resource. */
    ResourceType type();

    /**
     * The condition on rows for the question at that time.
     *
     * @param question its name
     * @param values   the value asked for: one text, or several of the fixed answers
     */
    Bson condition(Instant now, String question, List<Object> values);

    /**
     * The fixed answer whose count is the total less the counts of the others, for a question that gives each row
     * exactly one answer; null when every answer is counted by itself.
     */
    default @Nullable String remainder(String question) {
        return null;
    }
}
