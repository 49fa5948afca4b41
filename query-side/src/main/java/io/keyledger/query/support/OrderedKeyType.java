package io.keyledger.query.support;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.List;

/** How the keys of an {@link OrderedIndex} are stored and ordered: by the fields of the index, a shorter key before all it begins. */
final class OrderedKeyType extends BsonKeyType {
    /** In the place of a value: after every row that has what stands before it. Never stored. */
    static final Object LAST = new Object();

    private final boolean[] descending;

    OrderedKeyType(List<IndexKey> fields) {
        descending = new boolean[fields.size() + 1];
        for (int i = 0; i < fields.size(); i++) {
            descending[i] = !fields.get(i).isAscending();
        }
    }

    @Override
    public int compare(KeyValue a, KeyValue b) {
        return compare(a, b, 0);
    }

    /** Compares what stands from a place on: keys that begin with different values are merged by that. */
    int compare(KeyValue a, KeyValue b, int from) {
        int common = Math.min(a.size(), b.size());
        for (int i = from; i < common; i++) {
            var one = a.get(i);
            var other = b.get(i);
            if (one == LAST || other == LAST) {
                return Boolean.compare(one == LAST, other == LAST);
            }
            int order = values(one, other);
            if (order != 0) {
                return descending[i] ? -order : order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
