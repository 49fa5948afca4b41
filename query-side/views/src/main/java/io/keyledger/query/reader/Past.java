package io.keyledger.query.reader;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.credentialpolicy.PolicyId;
import io.keyledger.view.follow.Histories;
import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads resources as they were: their events up to that time, folded into rows by the projections of the views. Deleted
 * ones are shown, too, to callers who could read them if they still existed.
 */
public final class Past {
    private final Histories histories;
    private final List<RowProjection> projections;
    private final RowDecorators shown;
    private final Clock clock;

    Past(Histories histories, List<RowProjection> projections, RowDecorators shown, Clock clock) {
        this.histories = histories;
        this.projections = List.copyOf(projections);
        this.shown = shown;
        this.clock = clock;
    }

    /** The latest instant that may be asked for: now. */
    public Instant end() {
        return clock.instant();
    }

    /** The resource at that time, if it existed for the caller (RECORD_NOT_FOUND) and they may read it (FORBIDDEN). */
    public Row get(Caller caller, ResourceType type, String id, Instant at) {
        return require(caller, type, id, at, fold(type, id, at));
    }

    /**
     * The resource as its events say now, whoever asks; null when they are not those of this aggregate, or when it has
     * ended.
     *
     * @param aggregateId of the aggregate that it is, or that it is a part of
     */
    public @Nullable Row present(ResourceType type, String aggregateId, String id) {
        var now = clock.instant();
        var row = kept(type, fold(type, aggregateId, now)).get(id);
        return row == null ? null : shown(type, row, now);
    }

    /** The targets of the relationship at that time, oldest first. */
    public List<Row> parts(Caller caller, ResourceType owner, String id, Relationship relationship, Instant at) {
        var rows = fold(owner, id, at);
        require(caller, owner, id, at, rows);
        var target = Resources.target(relationship);
        var visibility = new Visibility(caller);
        visibility.requireSome(target);
        var led = kept(target, rows)
                .rows(row -> id.equals(row.getString(relationship.field())))
                .sorted(Comparator.comparing((Document row) -> row.getDate("created_at"))
                        .thenComparing(row -> row.getString(StoredRow.ID)))
                .map(row -> StoredRow.read(target, row))
                .filter(row -> visibility.sees(target, row))
                .toList();
        return shown.at(at, target, led);
    }

    private Row require(Caller caller, ResourceType type, String id, Instant at, Map<String, RowBatch> rows) {
        var row = kept(type, rows).get(id);
        return new Visibility(caller).require(type, row == null ? null : shown(type, row, at));
    }

    private Row shown(ResourceType type, Document row, Instant at) {
        return shown.at(at, type, List.of(StoredRow.read(type, row))).getFirst();
    }

    private Map<String, RowBatch> fold(ResourceType type, String id, Instant at) {
        var keptAs = type.keptAs();
        var projection = projections.stream()
                .filter(one -> one.keeps(keptAs))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody keeps " + keptAs));
        var now = clock.instant();
        return projection.fold(aggregates(keptAs, id)
                .flatMap(aggregate -> histories.of(aggregate, at, now).stream())
                .toList());
    }

    /** Whose events tell of it: a policy begins with its organization, and its changes are a history of their own. */
    private static Stream<String> aggregates(String keptAs, String id) {
        return keptAs.equals(Resources.CREDENTIAL_POLICIES.keptAs())
                ? Stream.of(id, PolicyId.of(id).value())
                : Stream.of(id);
    }

    private static RowBatch kept(ResourceType type, Map<String, RowBatch> rows) {
        return Objects.requireNonNull(rows.get(type.keptAs()));
    }
}
