package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The part of a query that an index can answer: fields that equal one of some values or lie within bounds. */
final class QueryTerms {
    private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

    private final Map<String, Collection<Object>> values = new HashMap<>();
    private final Map<String, Bounds> bounds = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final List<QueryTerms> branches = new ArrayList<>();
    private boolean complete = true;

    static QueryTerms of(Document query) {
        var terms = new QueryTerms();
        terms.add(query);
        terms.branch(query);
        return terms;
    }

    /** Allowed values by field. */
    Map<String, Collection<Object>> values() {
        return values;
    }

    /** Bounds by field. */
    Map<String, Bounds> bounds() {
        return bounds;
    }

    /** Whether the query has several conditions on the field: different elements of a list may meet them. */
    boolean isRepeated(String field) {
        return repeated.contains(field);
    }

    /**
     * The branches of the first {@code $or}, each with the conditions beside it: every match meets one of them. Empty
     * when there is none.
     */
    List<QueryTerms> branches() {
        return branches;
    }

    /** Whether the terms are the whole query. */
    boolean complete() {
        return complete;
    }

    private void add(Document query) {
        query.forEach((name, condition) -> {
            if (name.equals("$and") || (name.equals("$or") && ((Collection<?>) condition).size() == 1)) {
                ((Collection<?>) condition).forEach(part -> add((Document) part));
            } else if (name.startsWith("$") || !isTaken(name, condition)) {
                complete = false;
            }
        });
    }

    private void branch(Document query) {
        for (var choice : choice(query)) {
            var branch = new QueryTerms();
            branch.add(query);
            branch.add((Document) choice);
            branches.add(branch);
        }
    }

    /** The first {@code $or} only: a second one would multiply the branches. */
    private static Collection<?> choice(Document query) {
        if (query.get("$or") instanceof Collection<?> choices && choices.size() > 1) {
            return choices;
        }
        return query.get("$and") instanceof Collection<?> parts
                ? parts.stream()
                        .map(part -> choice((Document) part))
                        .filter(choices -> !choices.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                : List.of();
    }

    private boolean isTaken(String field, Object condition) {
        if (isValue(condition)) {
            return isOneOf(field, List.of(condition));
        }
        if (!(condition instanceof Document operators) || operators.isEmpty()) {
            return false;
        }
        if (operators.size() == 1 && operators.get("$in") instanceof Collection<?> some) {
            return isOneOf(field, some);
        }
        return BOUNDS.containsAll(operators.keySet())
                && operators.values().stream().allMatch(QueryTerms::isValue)
                && operators.entrySet().stream().allMatch(one -> isWithin(field, one.getKey(), one.getValue()));
    }

    private boolean isOneOf(String field, Collection<?> some) {
        if (!some.stream().allMatch(QueryTerms::isValue)) {
            return false;
        }
        var distinct = new TreeSet<Object>(ValueComparator.asc());
        distinct.addAll(some);
        values.merge(field, distinct, (before, now) -> {
            repeated.add(field);
            before.removeIf(value -> !now.contains(value));
            return before;
        });
        return true;
    }

    /** False for a second bound on the same side: it is checked on the rows. */
    private boolean isWithin(String field, String operator, Object value) {
        var before = bounds.getOrDefault(field, Bounds.NONE);
        var after = before.with(operator, value);
        bounds.put(field, after == null ? before : after);
        return after != null;
    }

    private static boolean isValue(Object condition) {
        return condition instanceof String
                || condition instanceof Number
                || condition instanceof Instant
                || condition instanceof Boolean;
    }
}
