package io.keyledger.query.reader;

import io.keyledger.http.description.ResourceType;
import java.time.Instant;
import java.util.Set;
import org.bson.conversions.Bson;

/**
 * Knows which of a resource's rows are there, where that depends on the time or on other rows: those that are not are not
 * found by anybody. A feature makes a bean of it.
 */
public interface ExtraCondition {
    /** The resource. */
    ResourceType type();

    /** Which rows of the organizations are there then. */
    Bson condition(Set<String> organizations, Instant now);
}
