package io.keyledger.query.audit;

import io.keyledger.view.row.Recorded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event with what the audit log says about it.
 *
 * @param organizationId whose log it belongs to; null when no organization is known
 * @param appId          the app that it changes or concerns, if any
 * @param subject        the resource that it changes; null for a refusal
 * @param changes        attribute → [before, after]; those of a part of the aggregate have its type and id in front
 */
record AuditedEvent(
        Recorded cause,
        @Nullable String organizationId,
        @Nullable String appId,
        @Nullable Subject subject,
        Map<String, Object> changes) {
    /** Set by Axon: the id of the first message of the chain of causes. */
    private static final String ROOT = "traceId";

    private static final String COMMAND = "correlationId";

    /** The command that it was recorded for, the same for all events that followed from it in the same commit. */
    String root() {
        var meta = cause.metaData();
        return String.valueOf(meta.getOrDefault(ROOT, meta.getOrDefault(COMMAND, cause.id())));
    }

    /** The chain it belongs to: without an organization, a chain of its aggregate alone. */
    String chain() {
        return organizationId == null ? cause.aggregateId() : organizationId;
    }

    /** A resource, by the plural name of its type. */
    record Subject(String type, String id) {}
}
