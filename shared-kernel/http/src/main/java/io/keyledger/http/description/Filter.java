package io.keyledger.http.description;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a list; the conditions of a request are ANDed.
 *
 * @param anyOf     where to look: attributes joined by {@code _or_} in the request, at least one
 * @param predicate how to compare
 * @param values    the typed values to compare with: String, Long, Boolean, Instant; for JCONT one parsed JSON object
 *                  (Map); exactly one unless the predicate takes a list
 */
public record Filter(List<Path> anyOf, Predicate predicate, List<Object> values) {
    public Filter {
        anyOf = List.copyOf(anyOf);
        values = List.copyOf(values);
    }

    /**
     * An attribute, of the resource itself or behind one relationship. The pseudo attributes {@code id}, {@code
     * created_at} and {@code updated_at} are attributes of every resource here; a row's {@code id} is its {@code _id}.
     */
    public record Path(@Nullable Relationship through, Attribute attribute) {}
}
