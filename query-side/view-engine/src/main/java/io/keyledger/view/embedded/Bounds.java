package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import io.keyledger.view.embedded.OrderedIndex.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a field's value. A field that has a bound is not null, and all of its values are of one type.
 *
 * @param lower        null when there is none
 * @param lowerAllowed whether the field may equal the bound
 */
record Bounds(
        @Nullable Object lower,
        boolean lowerAllowed,
        @Nullable Object upper,
        boolean upperAllowed) {
    static final Bounds NONE = new Bounds(null, false, null, false);

    /** With one more bound, by its operator; null when there is one on that side already. */
    @Nullable
    Bounds with(String operator, Object value) {
        var allowed = operator.endsWith("e");
        if (operator.startsWith("$g")) {
            return lower == null ? new Bounds(value, allowed, upper, upperAllowed) : null;
        }
        return upper == null ? new Bounds(lower, lowerAllowed, value, allowed) : null;
    }

    /** The range of rows whose fields before this one have these values and whose value lies within the bounds. */
    Range range(List<Object> before, boolean ascending) {
        var low = edge(before, lower, lowerAllowed != ascending);
        if (ascending) {
            return new Range(low, upper == null ? key(before, OrderedKeyType.LAST) : edge(before, upper, upperAllowed));
        }
        return new Range(upper == null ? new KeyValue(before) : edge(before, upper, !upperAllowed), low);
    }

    /** A key before or after all rows that have the value in the field. */
    private static KeyValue edge(List<Object> before, @Nullable Object value, boolean after) {
        return after ? key(before, value, OrderedKeyType.LAST) : key(before, value);
    }

    private static KeyValue key(List<Object> before, @Nullable Object... more) {
        var all = new ArrayList<@Nullable Object>(before);
        all.addAll(Arrays.asList(more));
        return new KeyValue(all);
    }
}
