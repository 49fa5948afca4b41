package io.keyledger.query.reader;

import com.mongodb.client.model.Filters;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Filter;
import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Readers;
import io.keyledger.http.document.Included;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewsDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads resources for callers. */
public final class Reader implements ResourceLookup {
    private static final int BATCH = 500;

    private final ViewsDatabase views;
    private final Rows rows;
    private final ComputedFilters computedFilters;
    private final ExtraConditions extraConditions;

    Reader(ViewsDatabase views, Rows rows, ComputedFilters computedFilters, ExtraConditions extraConditions) {
        this.views = views;
        this.rows = rows;
        this.computedFilters = computedFilters;
        this.extraConditions = extraConditions;
    }

    @Override
    public @Nullable Row find(ResourceType type, String id) {
        return rows.find(type, id);
    }

    @Override
    public List<Row> findAll(ResourceType type, Collection<String> ids) {
        return rows.findAll(type, ids);
    }

    @Override
    public List<Row> findBy(ResourceType type, String field, Object value, int limit) {
        return rows.list(type, rows.query(type, Filters.eq(field, value)).limit(limit));
    }

    /** The row, if it exists for the caller (RECORD_NOT_FOUND) and they may read it (FORBIDDEN). */
    public Row get(Caller caller, ResourceType type, String id) {
        var row = new Visibility(caller).require(type, rows.find(type, id));
        var organizations = Stream.ofNullable(row.organizationId()).collect(Collectors.toSet());
        if (!extraConditions.conditions(type, organizations).allMatch(condition -> meets(type, row, condition))) {
            throw Visibility.notFound();
        }
        return row;
    }

    private boolean meets(ResourceType type, Row row, Bson condition) {
        return rows.count(type, Filters.and(Filters.eq(StoredRow.ID, row.id()), condition)) > 0;
    }

    /** One page of the rows that the caller may read. */
    public Page list(Caller caller, ResourceType type, ReadOptions options) {
        var visibility = new Visibility(caller);
        visibility.requireSome(type);
        return page(type, options, query(visibility).conditions(type, options.filters()));
    }

    /**
     * The number of rows for each answer to a question, of those that the caller may read and that meet the filters.
     */
    public Map<String, Long> counts(Caller caller, ResourceType type, ReadOptions options) {
        var query = query(new Visibility(caller));
        return Counts.of(
                type,
                options.filters(),
                question -> computedFilters.of(type).remainder(question.name()),
                filters -> rows.count(type, query.conditions(type, filters)));
    }

    /** The organizations in which the caller may read the resource; refused (FORBIDDEN) when there is none. */
    public Set<String> organizations(Caller caller, ResourceType type) {
        new Visibility(caller).requireSome(type);
        return caller.readable(type.subject());
    }

    /** Passes all rows that the caller may read and that meet the filters, as they are stored, fetched in batches. */
    public void each(
            Caller caller, ResourceType type, List<Filter> filters, Bson order, Consumer<? super Document> action) {
        var visibility = new Visibility(caller);
        visibility.requireSome(type);
        rows.query(type, query(visibility).conditions(type, filters))
                .sort(order)
                .batchSize(BATCH)
                .forEach(action);
    }

    /** One page of the targets of a to-many relationship; a deleted resource still has its versions. */
    public Page related(
            Caller caller, ResourceType owner, String ownerId, Relationship relationship, ReadOptions options) {
        var visibility = new Visibility(caller);
        var type = Resources.target(relationship);
        var row = rows.find(owner, ownerId);
        if (!hasLeftVersions(visibility, type, ownerId)) {
            visibility.require(owner, row);
        }
        visibility.requireSome(type);
        var conditions = query(visibility).conditions(type, options.filters());
        return page(type, options, Filters.and(ledTo(relationship, ownerId, row), conditions));
    }

    private static Bson ledTo(Relationship relationship, String ownerId, @Nullable Row owner) {
        if (!relationship.listed()) {
            return Filters.eq(relationship.field(), ownerId);
        }
        return Filters.in(StoredRow.ID, owner == null ? List.of() : Rows.targets(owner, relationship));
    }

    /** The target of a to-one relationship of a row; null when it has none. */
    public @Nullable Row related(Caller caller, Row owner, Relationship relationship) {
        var id = owner.values().get(relationship.field());
        return id == null ? null : get(caller, Resources.target(relationship), id.toString());
    }

    /** The ids in the row's own field of a relationship. */
    public static List<String> targets(Row row, Relationship relationship) {
        return Rows.targets(row, relationship);
    }

    /** The resources along the paths from the rows. */
    public Included include(Caller caller, ResourceType type, List<Row> from, List<List<String>> paths) {
        return new Includes(rows, new Visibility(caller)).load(type, from, paths);
    }

    private Query query(Visibility visibility) {
        return new Query(views, visibility, computedFilters, extraConditions);
    }

    private boolean hasLeftVersions(Visibility visibility, ResourceType target, String ownerId) {
        return target.readers() == Readers.OF_WHAT_IT_TELLS
                && findBy(target, "resource_id", ownerId, 1).stream()
                        .anyMatch(version -> visibility.sees(target, version));
    }

    private Page page(ResourceType type, ReadOptions options, Bson conditions) {
        var skip = (options.pageNumber() - 1L) * options.pageSize();
        var found = rows.list(
                type,
                rows.query(type, conditions)
                        .sort(Query.order(options.sort()))
                        .skip(Math.toIntExact(Math.min(skip, Integer.MAX_VALUE)))
                        .limit(options.pageSize()));
        var isLast = found.size() < options.pageSize() && (!found.isEmpty() || skip == 0);
        return new Page(found, isLast ? skip + found.size() : rows.count(type, conditions));
    }
}
