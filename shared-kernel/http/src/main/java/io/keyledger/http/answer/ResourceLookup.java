package io.keyledger.http.answer;

import io.keyledger.http.description.ResourceType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources before a decision, as the views show them. It checks no access: that is up to its users. Implemented
 * by the query side.
 */
public interface ResourceLookup {
    /** The row as the views show it now; null when there is none. */
    @Nullable
    Row find(ResourceType type, String id);

    /** The rows of those ids that there are, in no particular order. */
    List<Row> findAll(ResourceType type, Collection<String> ids);

    /** The rows whose field has the value, or has it among others when it is a list, at most {@code limit} of them. */
    List<Row> findBy(ResourceType type, String field, Object value, int limit);
}
