package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index of the embedded server, which has none of its own: the ids of the rows in the order of some fields. How
 * many there are between two keys is known without going from the one to the other.
 */
public final class OrderedIndex extends Index<Object> {
    private static final String ID = "_id";
    private static final String OF_LISTS = "lists.";

    private final MVMap<KeyValue, Object> ids;
    private final OrderedKeyType type;
    private final List<IndexKey> order;
    private final @Nullable String listed;

    OrderedIndex(MVMap<KeyValue, Object> ids, OrderedKeyType type, String name, List<IndexKey> fields) {
        super(name, fields, false);
        this.ids = ids;
        this.type = type;
        this.listed = name.startsWith(OF_LISTS) ? name.substring(OF_LISTS.length()) : null;
        this.order = new ArrayList<>(fields);
        if (!order.getLast().getKey().equals(ID)) {
            order.add(new IndexKey(ID, true));
        }
    }

    /** The name to give an index that has a list among its fields: it has a key for each element. */
    public static String nameOfLists(String field) {
        return OF_LISTS + field;
    }

    /** The field that holds lists; null when none does. */
    @Nullable
    String listed() {
        return listed;
    }

    /** The fields that rows are ordered by, the id at the end. */
    List<IndexKey> order() {
        return order;
    }

    /** How many rows are in the range. */
    long count(Range range) {
        return Math.max(0, rank(range.to()) - rank(range.from()));
    }

    private long rank(KeyValue key) {
        long index = ids.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    /**
     * The ids of the rows in the ranges, in order or from the last to the first.
     *
     * @param same how many fields have one value in each of the ranges: the rows are ordered by the others
     */
    Iterator<Object> ids(List<Range> ranges, int same, boolean backwards) {
        var keys = ranges.stream().map(range -> keys(range, backwards)).toList();
        Comparator<KeyValue> order = (a, b) -> backwards ? type.compare(b, a, same) : type.compare(a, b, same);
        return new Merge<>(keys, order, OrderedIndex::id);
    }

    private static Object id(KeyValue key) {
        return key.get(key.size() - 1);
    }

    private Iterator<KeyValue> keys(Range range, boolean backwards) {
        return backwards ? ids.cursor(range.to(), range.from(), true) : ids.cursor(range.from(), range.to(), false);
    }

    /** One key for each element; an empty list is ordered as null is. */
    private List<KeyValue> keys(Document row) {
        var value = listed == null ? null : row.get(listed);
        if (!(value instanceof Collection<?> elements)) {
            return List.of(key(row, value));
        }
        return elements.isEmpty()
                ? List.of(key(row, null))
                : elements.stream().distinct().map(element -> key(row, element)).toList();
    }

    private KeyValue key(Document row, @Nullable Object element) {
        var values = new ArrayList<@Nullable Object>();
        for (var field : order) {
            var value = field.getKey().equals(listed) ? element : row.get(field.getKey());
            if (value instanceof Collection) {
                throw new IllegalArgumentException("no index is kept over lists, such as " + field.getKey());
            }
            values.add(value);
        }
        return new KeyValue(values);
    }

    @Override
    public void add(Document row, Object id, MongoCollection<Object> collection) {
        keys(row).forEach(key -> ids.put(key, NoValueType.NONE));
    }

    @Override
    public @Nullable Object remove(Document row) {
        Object id = null;
        for (var key : keys(row)) {
            id = ids.remove(key) == null ? null : id(key);
        }
        return id;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {
        var was = keys(before);
        var is = keys(after);
        if (!was.equals(is)) {
            was.forEach(ids::remove);
            is.forEach(key -> ids.put(key, NoValueType.NONE));
        }
    }

    @Override
    public void checkAdd(Document row, MongoCollection<Object> collection) {
        // any number of rows may have the same values
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // as above
    }

    /** Whether it is used is decided by {@link OrderedRows}, which knows the order asked for as well. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object getPosition(Document row) {
        return null;
    }

    @Override
    public long getCount() {
        return ids.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // the database removes the map
    }

    /** From one key to another; neither is the key of a row. */
    record Range(KeyValue from, KeyValue to) {
        /** The rows whose first fields have these values. */
        static Range of(List<Object> values) {
            var to = new ArrayList<>(values);
            to.add(OrderedKeyType.LAST);
            return new Range(new KeyValue(values), new KeyValue(to));
        }
    }
}
