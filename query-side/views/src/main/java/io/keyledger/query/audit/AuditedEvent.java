package io.keyledger.query.audit;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.kernel.published.EventWords;
import io.keyledger.view.row.Recorded;
import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * An event with what the audit log says about it.
 *
 * @param cause          where it stands in the store, and who made it
 * @param word           its published word
 * @param organizationId whose log it belongs to; null when no organization is known
 * @param appId          the app that it changes or concerns, if any
 * @param subject        the resource that it changes; null for a refusal
 * @param changes        attribute → [before, after]; those of a part of the aggregate have its type and id in front
 * @param details        what it says beyond changes of resources
 * @param address        the remote address; null when it is not known
 */
record AuditedEvent(
        Cause cause,
        String word,
        @Nullable String organizationId,
        @Nullable String appId,
        @Nullable Subject subject,
        Map<String, Object> changes,
        Map<String, @Nullable Object> details,
        @Nullable String address) {
    /** Of an event that the log cannot show, the only detail. */
    static final String NOT_SHOWN = "not_shown";

    /** Set by Axon: the id of the first message of the chain of causes. */
    private static final String ROOT = "traceId";

    private static final String COMMAND = "correlationId";

    /** The entry of an event that was shown. */
    static AuditedEvent of(
            Recorded event,
            @Nullable String organizationId,
            @Nullable String appId,
            @Nullable Subject subject,
            Map<String, Object> changes) {
        return new AuditedEvent(
                new Cause(event.aggregateId(), event.at(), event.id(), event.position(), event.metaData()),
                EventWords.of(event.event()),
                organizationId,
                appId,
                subject,
                changes,
                Details.of(event.event()),
                address(event));
    }

    /** The entry of an event that could not be shown: that there is one, and nothing that depends on its content. */
    static AuditedEvent notShown(Cause cause, String word, @Nullable String organizationId) {
        var ip = cause.metaData().get(MetaKey.IP);
        return new AuditedEvent(
                cause,
                word.isEmpty() ? NOT_SHOWN : word,
                organizationId,
                null,
                null,
                Map.of(),
                Map.of(NOT_SHOWN, true),
                ip == null ? null : ip.toString());
    }

    /** Whether the event could not be shown. */
    boolean isNotShown() {
        return details.containsKey(NOT_SHOWN);
    }

    private static @Nullable String address(Recorded cause) {
        return cause.event() instanceof SecurityEvent tried
                        && !tried.addresses().isEmpty()
                ? tried.addresses().getFirst()
                : (String) cause.metaData().get(MetaKey.IP);
    }

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

    /** What is known of every event, shown or not. */
    record Cause(String aggregateId, Instant at, String id, long position, MetaData metaData) {}
}
