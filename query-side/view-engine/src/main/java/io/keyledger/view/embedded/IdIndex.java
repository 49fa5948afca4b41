package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index over the ids of a collection of the embedded server: the rows themselves, which lie in the order of their ids. */
final class IdIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<Object, byte[]> rows;

    IdIndex(MVMap<Object, byte[]> rows, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.rows = rows;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        var id = key.get(0);
        return id != null && rows.containsKey(id) ? id : null;
    }

    @Override
    public synchronized void add(Document row, Object id, MongoCollection<Object> collection) {
        // the rows are the index, and the row was stored before this call
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object id) {
        throw new UnsupportedOperationException();
    }

    /** Called before the row is taken away. */
    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> rows.keySet().stream()
                .<Map.Entry<KeyValue, Object>>map(id -> new SimpleImmutableEntry<>(new KeyValue(id), id))
                .iterator();
    }

    @Override
    public long getCount() {
        return rows.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }
}
