package io.keyledger.query.reader;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.keyledger.http.description.Filter;
import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewsDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;

/** Turns the options of a list into a query; conditions on a related resource are evaluated first, to sets of ids. */
final class Query {
    private final ViewsDatabase views;
    private final Visibility visibility;
    private final ComputedFilters computedFilters;
    private final ExtraConditions present;

    Query(ViewsDatabase views, Visibility visibility, ComputedFilters computedFilters, ExtraConditions present) {
        this.views = views;
        this.visibility = visibility;
        this.computedFilters = computedFilters;
        this.present = present;
    }

    Bson conditions(ResourceType type, List<Filter> filters) {
        var all = new ArrayList<Bson>();
        all.add(visibility.of(type));
        present.conditions(type, visibility.organizations(type)).forEach(all::add);
        filters.forEach(filter -> all.add(anyOf(type, filter)));
        return and(all);
    }

    /** Nulls come first, and last when descending, as in MongoDB; the id makes the order complete. */
    static Bson order(List<SortKey> keys) {
        var order = new ArrayList<Bson>();
        for (var key : keys) {
            var field = field(key.attribute());
            order.add(key.descending() ? Sorts.descending(field) : Sorts.ascending(field));
        }
        if (keys.stream().noneMatch(key -> key.attribute().equals("id"))) {
            order.add(Sorts.ascending(StoredRow.ID));
        }
        return Sorts.orderBy(order);
    }

    /** Of attributes behind one relationship all conditions go into one query. */
    private Bson anyOf(ResourceType type, Filter filter) {
        var any = new ArrayList<Bson>();
        var related = new LinkedHashMap<Relationship, List<Bson>>();
        for (var path : filter.anyOf()) {
            if (ComputedFilters.isAsked(type, path.attribute())) {
                any.add(computedFilters.condition(type, path, filter));
                continue;
            }
            var condition = Conditions.of(field(path.attribute().name()), filter.predicate(), filter.values());
            if (path.through() == null) {
                any.add(condition);
            } else {
                related.computeIfAbsent(path.through(), _ -> new ArrayList<>()).add(condition);
            }
        }
        related.forEach((through, conditions) -> any.add(behind(through, or(conditions), filter)));
        return or(any);
    }

    private Bson behind(Relationship through, Bson condition, Filter filter) {
        return switch (through.kind()) {
            case TO_ONE -> toOne(through, condition, filter);
            case TO_MANY -> in(StoredRow.ID, owners(through, condition));
            case TO_LISTED -> in(through.field(), targets(through, condition));
        };
    }

    private Bson toOne(Relationship through, Bson condition, Filter filter) {
        var related = in(through.field(), targets(through, condition));
        return Conditions.acceptsNull(filter.predicate(), filter.values())
                ? or(related, eq(through.field(), null))
                : related;
    }

    private Set<String> targets(Relationship through, Bson condition) {
        return ids(through, condition, StoredRow.ID);
    }

    private Set<String> owners(Relationship through, Bson condition) {
        return ids(through, condition, through.field());
    }

    private Set<String> ids(Relationship through, Bson condition, String field) {
        var target = Resources.target(through);
        var ids = new HashSet<String>();
        views.collection(Tables.of(target))
                .find(and(visibility.of(target), condition))
                .projection(Projections.include(field))
                .forEach(row -> ids.add(row.getString(field)));
        return ids;
    }

    private static String field(String attribute) {
        return attribute.equals("id") ? StoredRow.ID : attribute;
    }
}
