package io.keyledger.view.follow;

import io.keyledger.kernel.MetaKey;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.LabelChanges;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.RowStore;
import io.keyledger.view.store.ViewsDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Keeps one row per resource, as the changes say. A change with a sequence that a row has already is skipped. */
public final class RowProjection implements Projection {
    private static final Changes LABELS = new LabelChanges();

    private final List<String> types;
    private final Changes changes;
    private final Consumer<Map<String, RowBatch>> afterwards;
    private final BiConsumer<ViewsDatabase, Map<String, RowBatch>> written;

    /**
     * For rows that depend on their own events alone.
     *
     * @param types   plural names of the resources it keeps
     * @param changes of the feature they belong to
     */
    public RowProjection(List<String> types, Changes changes) {
        this(types, changes, rows -> {});
    }

    /**
     * For rows that depend on each other, too.
     *
     * @param afterwards called at the end of every batch with the rows by resource, to update one from another
     */
    public RowProjection(List<String> types, Changes changes, Consumer<Map<String, RowBatch>> afterwards) {
        this(types, changes, afterwards, (views, rows) -> {});
    }

    /**
     * For rows that have something besides what events say.
     *
     * @param written called when the rows of a batch are written, with the same rows
     */
    public RowProjection(
            List<String> types,
            Changes changes,
            Consumer<Map<String, RowBatch>> afterwards,
            BiConsumer<ViewsDatabase, Map<String, RowBatch>> written) {
        this.types = List.copyOf(types);
        this.changes = changes;
        this.afterwards = afterwards;
        this.written = written;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return changes.concerns(eventType) || LABELS.concerns(eventType);
    }

    /** Whether it keeps the rows of the resource with that plural name. */
    public boolean keeps(String type) {
        return types.contains(type);
    }

    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        var rows = take(events, type -> new RowBatch(views, Tables.of(type)));
        rows.values().forEach(RowBatch::write);
        written.accept(views, rows);
    }

    /**
     * The rows that result from these events alone. Nothing is read or stored.
     *
     * @param events all of one or several aggregates up to some time, in order
     * @return by plural name of the resource
     */
    public Map<String, RowBatch> fold(List<Recorded> events) {
        return take(events, type -> new RowBatch(new RowStore.Nowhere()));
    }

    private Map<String, RowBatch> take(List<Recorded> events, Function<String, RowBatch> store) {
        var steps = events.stream()
                .filter(event -> concerns(event.event().getClass()))
                .flatMap(e -> changesOf(e).map(c -> new Step(e, c)))
                .toList();
        var rows = load(steps, store);
        rows.forEach((type, batch) -> steps.stream()
                .filter(step -> step.change().type().equals(type))
                .forEach(step -> apply(step.change(), step.cause(), batch)));
        afterwards.accept(rows);
        return rows;
    }

    private Stream<Change> changesOf(Recorded event) {
        var knows = changes.concerns(event.event().getClass()) ? changes : LABELS;
        return knows.of(event).stream().filter(change -> types.contains(change.type()));
    }

    private Map<String, RowBatch> load(List<Step> steps, Function<String, RowBatch> store) {
        var ids = steps.stream()
                .collect(Collectors.groupingBy(
                        s -> s.change().type(),
                        Collectors.mapping(s -> s.change().id(), Collectors.toSet())));
        var rows = new LinkedHashMap<String, RowBatch>();
        for (var type : types) {
            var batch = store.apply(type);
            batch.load(ids.getOrDefault(type, Set.of()));
            rows.put(type, batch);
        }
        return rows;
    }

    private static void apply(Change change, Recorded cause, RowBatch rows) {
        var row = rows.get(change.id());
        switch (change.kind()) {
            case CREATE -> {
                if (row == null) {
                    rows.put(created(change, cause));
                }
            }
            case UPDATE, TOUCH -> {
                if (row != null && StoredRow.sequence(row) < change.version(cause)) {
                    rows.put(updated(row, change, cause));
                }
            }
            case DELETE -> rows.remove(change.id());
        }
    }

    private static Document created(Change change, Recorded cause) {
        var row = new Document(StoredRow.ID, change.id()).append(StoredRow.SEQUENCE, change.version(cause));
        StoredRow.put(row, "created_at", cause.at());
        StoredRow.put(row, "updated_at", cause.at());
        row.put("created_by", cause.metaData().get(MetaKey.ACTOR_NAME));
        row.put("updated_by", cause.metaData().get(MetaKey.ACTOR_NAME));
        StoredRow.put(row, "reference", null);
        StoredRow.put(row, "reference_origin", null);
        StoredRow.put(row, "metadata", Map.of());
        change.values().forEach((field, value) -> StoredRow.put(row, field, value));
        return row;
    }

    private static Document updated(Document before, Change change, Recorded cause) {
        var row = new Document(before);
        row.put(StoredRow.SEQUENCE, change.version(cause));
        if (change.kind() == Change.Kind.UPDATE) {
            StoredRow.put(row, "updated_at", cause.at());
            row.put("updated_by", cause.metaData().get(MetaKey.ACTOR_NAME));
        }
        change.values().forEach((field, value) -> StoredRow.put(row, field, value));
        return row;
    }

    private record Step(Recorded cause, Change change) {}
}
