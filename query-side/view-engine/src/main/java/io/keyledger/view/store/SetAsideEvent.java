package io.keyledger.view.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a view could not show.
 *
 * @param position       its place in the event store
 * @param eventId        its id
 * @param word           what it is stored as; empty when not even that is known
 * @param aggregateType  type of the aggregate it belongs to
 * @param aggregateId    id of that aggregate
 * @param sequence       its place among the aggregate's events
 * @param organizationId the organization that its metadata names; null when they do not, or cannot be read
 * @param at             when it was set aside
 * @param reason         the class of what was thrown and where, or which part of the event cannot be read; nothing that
 *                       a tenant wrote
 */
public record SetAsideEvent(
        long position,
        String eventId,
        String word,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        @Nullable String organizationId,
        Instant at,
        String reason) {}
