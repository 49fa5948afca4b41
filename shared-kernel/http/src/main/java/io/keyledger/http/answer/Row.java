package io.keyledger.http.answer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a view, as stored: attributes by their API names (dates as Instant), to-one relationships as {@code
 * <name>_id}.
 *
 * @param id             id of the resource
 * @param organizationId the organization it belongs to; null for a user
 * @param version        aggregate sequence number of the last change shown: the ETag
 * @param values         the attributes and foreign keys
 */
public record Row(String id, @Nullable String organizationId, long version, Map<String, @Nullable Object> values) {}
