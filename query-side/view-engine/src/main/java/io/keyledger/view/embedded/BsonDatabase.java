package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Opens the maps of collections and indexes with types of their own, before the server opens them without. */
final class BsonDatabase extends H2Database {
    private static final String ROWS = "databases.";
    private static final String ID = "_id_";
    private static final String INDEX = "._index_";

    private final MVStore store;

    BsonDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new OrderedRows(this, name, options, rows(name), cursorRegistry);
    }

    private MVMap<Object, byte[]> rows(String collection) {
        var rows = new MVMap.Builder<Object, byte[]>().valueType(new BsonRowType());
        return store.openMap(ROWS + getFullCollectionNamespace(collection), rows);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        var type = new OrderedKeyType(keys);
        var ids = new MVMap.Builder<KeyValue, Object>().keyType(type).valueType(new NoValueType());
        var name = getFullCollectionNamespace(collection) + INDEX + index;
        return new OrderedIndex(store.openMap(name, ids), type, index, keys);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (index.equals(ID)) {
            return new IdIndex(rows(collection), index, keys);
        }
        var positions = new MVMap.Builder<KeyValue, Object>().keyType(new BsonKeyType());
        store.openMap(getFullCollectionNamespace(collection) + INDEX + index, positions);
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }
}
