package io.keyledger.query.audit.web;

import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Predicate;
import java.util.List;
import java.util.Set;

/** The entries to export: whole logs of some organizations, or those that meet the filters. */
record Selection(List<Filter> filters) {
    private static final Set<Predicate> ONE_OF = Set.of(Predicate.EQ, Predicate.IN);

    /** Whether the filters select organizations only. */
    boolean isWhole() {
        return filters.stream().allMatch(Selection::choosesOrganizations);
    }

    /** Those of the organizations that the filters select, in the order of their ids. */
    List<String> of(Set<String> organizations) {
        return organizations.stream()
                .filter(id ->
                        filters.stream().allMatch(filter -> filter.values().contains(id)))
                .sorted()
                .toList();
    }

    private static boolean choosesOrganizations(Filter filter) {
        var path = filter.anyOf().getFirst();
        var through = path.through();
        return filter.anyOf().size() == 1
                && ONE_OF.contains(filter.predicate())
                && through != null
                && through.name().equals("organization")
                && path.attribute().name().equals("id");
    }
}
