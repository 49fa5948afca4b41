package io.keyledger.query.reader;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.view.row.ObjectText;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads rows from the views, with their computed values. Callers check who may see them. */
final class Rows {
    private final ViewsDatabase views;
    private final RowDecorators shown;
    private final Clock clock;

    Rows(ViewsDatabase views, RowDecorators shown, Clock clock) {
        this.views = views;
        this.shown = shown;
        this.clock = clock;
    }

    @Nullable
    Row find(ResourceType type, String id) {
        var row = query(type, Filters.eq(StoredRow.ID, id)).first();
        return row == null
                ? null
                : shown(type, List.of(StoredRow.read(type, row))).getFirst();
    }

    /** In no order. */
    List<Row> findAll(ResourceType type, Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list(type, query(type, Filters.in(StoredRow.ID, ids)));
    }

    List<Row> list(ResourceType type, FindIterable<Document> rows) {
        return shown(type, rows.map(row -> StoredRow.read(type, row)).into(new ArrayList<>()));
    }

    /** The ids in the row's own field of a relationship. */
    static List<String> targets(Row row, Relationship relationship) {
        return switch (row.values().get(relationship.field())) {
            case null -> List.of();
            case List<?> ids -> ids.stream().map(String::valueOf).toList();
            case Object id -> List.of(id.toString());
        };
    }

    /** Leaves out fields that only filters need; the projection also makes the embedded server return copies. */
    FindIterable<Document> query(ResourceType type, Bson condition) {
        var unseen = type.attributes().stream()
                .filter(attribute -> attribute.type() == Attribute.Type.OBJECT)
                .map(attribute -> ObjectText.pathsOf(attribute.name()))
                .toList();
        return views.collection(Tables.of(type)).find(condition).projection(Projections.exclude(unseen));
    }

    long count(ResourceType type, Bson condition) {
        return views.count(Tables.of(type), condition);
    }

    private List<Row> shown(ResourceType type, List<Row> stored) {
        return shown.at(clock.instant(), type, stored);
    }
}
