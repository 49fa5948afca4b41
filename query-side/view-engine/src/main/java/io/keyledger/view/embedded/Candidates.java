package io.keyledger.view.embedded;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * A superset of the rows that meet a query.
 *
 * @param count how many, or more when some are found by several branches
 * @param ids   each once
 */
record Candidates(long count, Iterable<Object> ids) {
    static Candidates of(IndexUse use) {
        return new Candidates(use.count(), use.ids());
    }

    /** The union of several, each id once. */
    static Candidates ofAny(List<Candidates> several) {
        var count = several.stream().mapToLong(Candidates::count).sum();
        return new Candidates(count, () -> distinct(several).iterator());
    }

    private static Collection<Object> distinct(List<Candidates> several) {
        var ids = new HashSet<>();
        several.forEach(one -> one.ids().forEach(ids::add));
        return ids;
    }
}
