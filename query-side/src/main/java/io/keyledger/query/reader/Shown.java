package io.keyledger.query.reader;

import io.keyledger.kernel.web.ResourceType;
import io.keyledger.kernel.web.Row;
import java.time.Instant;

/** What of a resource's row depends on the time of the reading. A feature makes a bean of it. */
public interface Shown {
    /** The resource. */
    ResourceType type();

    /** The row as it is shown then. */
    Row at(Instant now, Row row);
}
