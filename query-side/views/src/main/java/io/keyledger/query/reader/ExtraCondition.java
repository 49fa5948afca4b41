package io.keyledger.query.reader;

import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.util.Set;
import org.bson.conversions.Bson;

/**
 * An additional condition on a resource's rows, where the time or other rows decide whether they exist: the API does
 * not find rows that fail it. A feature makes a bean of it.
 */
public interface ExtraCondition {
    /** The resource. */
    ResourceType type();

    /** The rows of the organizations that exist then. */
    Bson condition(Set<String> organizations, Instant now);
}
