package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

/** How the keys of an {@link OrderedIndex} are stored and ordered: by the fields of the index, a shorter key before all it begins. */
final class OrderedKeyType extends BsonKeyType {
    /**
     * A placeholder in a key of a query, ordered after every value: such a key is after all rows with the fields before
     * it. Never stored.
     */
    static final Object LAST = new Object();

    private static final int KEY = 80;

    private final boolean[] descending;

    OrderedKeyType(List<IndexKey> fields) {
        descending = new boolean[fields.size() + 1];
        for (int i = 0; i < fields.size(); i++) {
            descending[i] = !fields.get(i).isAscending();
        }
    }

    @Override
    public int getMemory(KeyValue key) {
        int bytes = KEY;
        for (var value : key) {
            bytes += IndexValue.memory(value);
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer out, KeyValue key) {
        out.putVarInt(key.size());
        key.forEach(value -> IndexValue.write(out, value));
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        var values = new Object[DataUtils.readVarInt(in)];
        Arrays.setAll(values, i -> IndexValue.read(in));
        return new KeyValue(values);
    }

    @Override
    public int compare(KeyValue a, KeyValue b) {
        return compare(a, b, 0);
    }

    /** Compares the values from a place on, to merge ranges whose keys begin with different values. */
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
