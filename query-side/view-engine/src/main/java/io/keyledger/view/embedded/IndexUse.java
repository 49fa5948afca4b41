package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.keyledger.view.embedded.OrderedIndex.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an index answers a query, or a part of it.
 *
 * @param fixed how many fields have one value in each of the ranges
 * @param exact whether all rows in the ranges meet the query
 */
record IndexUse(OrderedIndex index, List<Range> ranges, int fixed, boolean exact) {
    private static final int MOST_RANGES = 1000;

    /** Null when the index says nothing about the query. */
    static @Nullable IndexUse of(OrderedIndex index, QueryTerms terms) {
        if (!isOncePerRow(index, terms)) {
            return null;
        }
        var fields = index.order();
        var heads = List.of(List.of());
        int fixed = 0;
        for (var values = values(index, 0, terms); values != null; values = values(index, fixed, terms)) {
            heads = extended(heads, values);
            fixed++;
            if (heads.size() > MOST_RANGES) {
                return null;
            }
        }
        var next = fixed < fields.size() ? fields.get(fixed) : null;
        var bounds = next == null ? null : terms.bounds().get(next.getKey());
        return fixed == 0 && bounds == null ? null : of(index, terms, heads, fixed, bounds);
    }

    /** An index over lists has a row once per element, so it is used only for queries that name one element. */
    private static boolean isOncePerRow(OrderedIndex index, QueryTerms terms) {
        var listed = index.listed();
        return listed == null
                || (isSingle(listed, terms) && !terms.isRepeated(listed) && isReached(index, listed, terms));
    }

    private static boolean isReached(OrderedIndex index, String field, QueryTerms terms) {
        return index.order().stream()
                .map(IndexKey::getKey)
                .takeWhile(name -> !name.equals(field))
                .allMatch(terms.values()::containsKey);
    }

    private static @Nullable Collection<Object> values(OrderedIndex index, int place, QueryTerms terms) {
        var fields = index.order();
        return place < fields.size() ? terms.values().get(fields.get(place).getKey()) : null;
    }

    private static IndexUse of(
            OrderedIndex index, QueryTerms terms, List<List<Object>> heads, int fixed, @Nullable Bounds bounds) {
        var ranges = new ArrayList<Range>();
        for (var head : heads) {
            ranges.add(
                    bounds == null
                            ? Range.of(head)
                            : bounds.range(head, index.order().get(fixed).isAscending()));
        }
        int bounded = bounds == null ? 0 : 1;
        var used = new HashSet<String>();
        index.order().subList(0, fixed).forEach(field -> used.add(field.getKey()));
        var exact = terms.complete()
                && used.containsAll(terms.values().keySet())
                && terms.bounds().size() == bounded;
        return new IndexUse(index, ranges, fixed, exact);
    }

    private static List<List<Object>> extended(List<List<Object>> heads, Iterable<Object> values) {
        var all = new ArrayList<List<Object>>();
        for (var head : heads) {
            for (var value : values) {
                var longer = new ArrayList<>(head);
                longer.add(value);
                all.add(longer);
            }
        }
        return all;
    }

    /** How many rows are in the ranges. */
    long count() {
        return ranges.stream().mapToLong(index::count).sum();
    }

    /** The ids of the rows in the order asked for; null when the index is ordered otherwise. */
    @Nullable
    Iterator<Object> inOrder(Document orderBy, QueryTerms terms) {
        var asked = orderBy.entrySet().stream()
                .filter(one -> !isSingle(one.getKey(), terms))
                .toList();
        var fields = index.order().subList(fixed, index.order().size());
        if (asked.size() != fields.size()) {
            return null;
        }
        var backwards = new HashSet<Boolean>();
        for (int i = 0; i < fields.size(); i++) {
            IndexKey field = fields.get(i);
            if (!field.getKey().equals(asked.get(i).getKey())) {
                return null;
            }
            backwards.add(field.isAscending() != isAscending(asked.get(i).getValue()));
        }
        return backwards.size() == 1 ? index.ids(ranges, fixed, backwards.contains(true)) : null;
    }

    private static boolean isSingle(String field, QueryTerms terms) {
        var values = terms.values().get(field);
        return values != null && values.size() == 1;
    }

    private static boolean isAscending(Object direction) {
        return ((Number) direction).intValue() > 0;
    }

    /** The ids of the rows, in any order. */
    Iterable<Object> ids() {
        return () -> index.ids(ranges, 0, false);
    }
}
