package io.keyledger.query.audit;

import io.keyledger.view.row.Recorded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as the audit log tells it.
 *
 * @param organizationId whose log it belongs to; null when nobody knows
 * @param appId          the app it is about, if any
 * @param subject        the resource that it happened to; null for what was tried and refused
 * @param changes        attribute → [before, after]; what belongs to a part of the aggregate has its type and id in front
 */
record AuditedEvent(
        Recorded cause,
        @Nullable String organizationId,
        @Nullable String appId,
        @Nullable Subject subject,
        Map<String, Object> changes) {
    /** Set by Axon: the id of the message that everything began with. */
    private static final String ROOT = "traceId";

    private static final String COMMAND = "correlationId";

    /** The command that it is part of, with all that followed from that in the same commit. */
    String root() {
        var meta = cause.metaData();
        return String.valueOf(meta.getOrDefault(ROOT, meta.getOrDefault(COMMAND, cause.id())));
    }

    /** Which chain it is a link of: what belongs to no organization makes one by itself. */
    String chain() {
        return organizationId == null ? cause.aggregateId() : organizationId;
    }

    /** A resource, by the plural name of its kind. */
    record Subject(String type, String id) {}
}
