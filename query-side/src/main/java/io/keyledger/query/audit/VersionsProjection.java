package io.keyledger.query.audit;

import io.keyledger.query.support.Change;
import io.keyledger.query.support.Changes;
import io.keyledger.query.support.LabelChanges;
import io.keyledger.query.support.Projection;
import io.keyledger.query.support.Recorded;
import io.keyledger.query.support.RowBatch;
import io.keyledger.query.support.StoredRow;
import io.keyledger.query.support.Tables;
import io.keyledger.query.support.ViewsDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Keeps one version per command and resource, made by comparing the resource before and after. The states compared are
 * its own: it depends on no other view.
 */
final class VersionsProjection implements Projection {
    static final String VERSIONS = Tables.of("versions");
    static final String STATES = "versions_state_v1";

    private final ViewsDatabase views;
    private final List<Changes> features;

    VersionsProjection(ViewsDatabase views, List<Changes> features) {
        this.views = views;
        this.features =
                Stream.concat(features.stream(), Stream.of(new LabelChanges())).toList();
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return features.stream().anyMatch(changes -> changes.concerns(eventType));
    }

    /** Versions are written before the states they were made from: after a crash between the two they are made again. */
    @Override
    public void apply(List<Recorded> events) {
        var steps = events.stream().flatMap(this::steps).toList();
        var versions = new RowBatch(views, VERSIONS);
        var states = new RowBatch(views, STATES);
        versions.load(steps.stream().map(Step::versionId).toList());
        states.load(steps.stream().map(Step::stateId).toList());
        for (var step : steps) {
            take(step, versions, states);
        }
        versions.write();
        states.write();
    }

    private static void take(Step step, RowBatch versions, RowBatch states) {
        var state = states.get(step.stateId());
        if (state != null && isSeen(state, step)) {
            return;
        }
        var change = StateChange.of(step, state);
        var differences = change.differences();
        var version = versions.get(step.versionId());
        if (version == null && !differences.isEmpty()) {
            versions.put(VersionRow.first(change, differences));
        } else if (version != null && !isSeen(version, step)) {
            versions.put(VersionRow.extended(version, change, differences));
        }
        states.put(change.state());
    }

    private static boolean isSeen(Document row, Step step) {
        return row.getLong(StoredRow.SEQUENCE) >= step.cause().sequence();
    }

    private Stream<Step> steps(Recorded event) {
        return features.stream()
                .filter(changes -> changes.concerns(event.event().getClass()))
                .flatMap(changes -> changes.of(event).stream())
                .filter(change ->
                        change.kind() != Change.Kind.TOUCH || !change.unseen().isEmpty())
                .map(change -> new Step(event, change));
    }
}
