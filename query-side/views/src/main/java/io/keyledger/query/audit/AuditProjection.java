package io.keyledger.query.audit;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppUseEvent;
import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.query.audit.AuditedEvent.Cause;
import io.keyledger.query.audit.AuditedEvent.Subject;
import io.keyledger.view.follow.Projection;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.LabelChanges;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.SetAsideEvent;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one version per command and resource, and one entry of the audit log per command and aggregate, made by
 * comparing resources before and after. It stores the states that it compares itself, and depends on no other view.
 */
final class AuditProjection implements Projection {
    static final String VERSIONS = Tables.of("versions");
    private static final List<String> ORDER =
            Resources.all().stream().map(ResourceType::name).toList();
    static final String APPS = "api_credentials";

    /** An actor of the kind {@code system} would be a guess. */
    private static final MetaData UNKNOWN = MetaData.with(MetaKey.ACTOR_KIND, "unknown");

    private final List<Changes> features;

    AuditProjection(List<Changes> features) {
        this.features =
                Stream.concat(features.stream(), Stream.of(new LabelChanges())).toList();
    }

    /** All events but those that record a checkpoint of the log itself. */
    @Override
    public boolean concerns(Class<?> eventType) {
        return DomainEvent.class.isAssignableFrom(eventType) && eventType != AuditCheckpointSigned.class;
    }

    /**
     * Versions and entries are written before the states they were made from: after a crash in between they are made
     * again, or found.
     */
    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        var told = events.stream().map(event -> new Told(event, steps(event))).toList();
        var steps = told.stream().flatMap(one -> one.steps().stream()).toList();
        var states = new ResourceStates(views, events, steps);
        var versions = new RowBatch(views, VERSIONS);
        versions.load(steps.stream()
                .filter(ChangeStep::isVersion)
                .map(ChangeStep::versionId)
                .toList());
        var chains = Chains.after(
                views, told.stream().map(one -> take(one, versions, states)).toList());
        versions.write();
        chains.writeEntries();
        states.write();
        chains.writeHeads();
    }

    /**
     * An entry that says that there was an event which the log cannot show: its place stays visible, and the log is
     * signed no further until a rebuild can show it.
     */
    @Override
    public void mark(ViewsDatabase views, SetAsideEvent event, MetaData metaData, @Nullable Instant at) {
        var organization = event.organizationId() == null
                ? ResourceStates.organizationOf(views, event.aggregateId())
                : event.organizationId();
        var cause = new Cause(
                event.aggregateId(),
                at == null ? Instant.EPOCH : at,
                event.eventId(),
                event.position(),
                metaData.isEmpty() ? UNKNOWN : metaData);
        var chains = Chains.after(views, List.of(AuditedEvent.notShown(cause, event.word(), organization)));
        chains.writeEntries();
        chains.writeHeads();
    }

    private static AuditedEvent take(Told told, RowBatch versions, ResourceStates states) {
        var changes = new TreeMap<String, Object>();
        var cause = told.event();
        states.note(cause);
        for (var step : told.steps()) {
            changes.putAll(take(step, versions, states));
        }
        changes.putAll(Details.changes(cause.event()));
        return AuditedEvent.of(cause, states.organization(cause, told.steps()), told.app(), told.subject(), changes);
    }

    /** The differences, with type and id in front of the attribute when the resource is a part of the aggregate. */
    private static Map<String, Object> take(ChangeStep step, RowBatch versions, ResourceStates states) {
        var change = states.change(step);
        if (change == null) {
            return Map.of();
        }
        var differences = change.differences();
        if (step.isVersion()) {
            record(step, change, differences, versions);
        }
        return step.isOfAggregate() ? differences : ofPart(step, differences);
    }

    private static void record(
            ChangeStep step, StateChange change, Map<String, Object> differences, RowBatch versions) {
        var version = versions.get(step.versionId());
        if (version == null && !differences.isEmpty()) {
            versions.put(VersionRow.first(change, differences));
        } else if (version != null && !isSeen(version, step)) {
            versions.put(VersionRow.extended(version, change, differences));
        }
    }

    private static Map<String, Object> ofPart(ChangeStep step, Map<String, Object> differences) {
        var named = new TreeMap<String, Object>();
        differences.forEach((name, pair) -> named.put(step.stateId() + '.' + name, pair));
        return named;
    }

    private static boolean isSeen(Document row, ChangeStep step) {
        return row.getLong(StoredRow.SEQUENCE) >= step.version();
    }

    private List<ChangeStep> steps(Recorded event) {
        var steps = new ArrayList<ChangeStep>();
        for (var changes : features) {
            if (changes.concerns(event.event().getClass())) {
                changes.of(event).forEach(change -> steps.add(new ChangeStep(event, change)));
            }
        }
        return steps;
    }

    /** An event and the changes it makes. */
    private record Told(Recorded event, List<ChangeStep> steps) {
        @Nullable
        String app() {
            return switch (event.event()) {
                case SecurityEvent tried -> tried.appId();
                case AppUseEvent used -> used.appId();
                default ->
                    steps.stream()
                            .map(ChangeStep::change)
                            .filter(change -> change.type().equals(APPS))
                            .map(Change::id)
                            .findFirst()
                            .orElse(null);
            };
        }

        /**
         * The app that was used, or the resource of the aggregate: the one with its id, or else the one that it keeps for another; of several the
         * first among all resources. What an entry is about is hashed: it must not follow from the order of the features.
         */
        @Nullable
        Subject subject() {
            if (event.event() instanceof AppUseEvent used) {
                return new Subject(APPS, used.appId());
            }
            var own = Comparator.comparing(
                            (ChangeStep step) -> !step.change().id().equals(event.aggregateId()))
                    .thenComparingInt(step -> ORDER.indexOf(step.change().type()));
            return steps.stream()
                    .filter(ChangeStep::isOfAggregate)
                    .min(own)
                    .map(step -> new Subject(step.change().type(), step.change().id()))
                    .orElse(null);
        }
    }
}
