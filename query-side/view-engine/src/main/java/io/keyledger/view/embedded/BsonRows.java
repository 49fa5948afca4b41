package io.keyledger.view.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a collection of the embedded server as they are stored. A row is decoded each time it is asked for and
 * never kept decoded: in memory a document takes many times the space of its BSON, and a page that is read holds
 * several rows. One write at a time, which keeps rows and indexes together; reads hold it up only where they need both.
 */
abstract class BsonRows extends AbstractMongoCollection<Object> {
    private final MVMap<Object, byte[]> rows;

    BsonRows(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> rows,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.rows = rows;
    }

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized void addDocuments(Stream<Document> documents) {
        super.addDocuments(documents);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized Document handleDistinct(Document query) {
        return super.handleDistinct(query);
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
        return super.insertDocuments(documents, isOrdered);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean isMulti, boolean isUpsert, Oplog oplog) {
        return super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized void renameTo(MongoDatabase database, String name) {
        super.renameTo(database, name);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var id = id(document);
        if (rows.put(id, BsonRowType.encoded(document)) != null) {
            throw new IllegalStateException(
                    "the unique index of " + getFullName() + " has missed that " + id + " exists");
        }
        return id;
    }

    /**
     * The server's own list of indexes has rows without an id. Numbers are refused as ids: to an index 1 and 1.0 are
     * the same.
     */
    private Object id(Document document) {
        var field = getIdField();
        var id = field == null ? UUID.randomUUID() : document.get(field);
        if (id == null || id instanceof Number) {
            throw new IllegalArgumentException("no id of a row in " + getFullName() + ": " + id);
        }
        return id;
    }

    @Override
    protected void handleUpdate(Object id, Document before, Document after) {
        rows.put(id, BsonRowType.encoded(after));
    }

    @Override
    protected void removeDocument(Object id) {
        Objects.requireNonNull(rows.remove(id), "no row to remove");
    }

    @Override
    protected @Nullable Document getDocument(Object id) {
        var bson = rows.get(id);
        return bson == null ? null : decoded(bson);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return rows.entrySet().stream().map(row -> new DocumentWithPosition<>(decoded(row.getValue()), row.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var all = streamAllDocumentsWithPosition();
        if (isNaturalDescending(orderBy)) {
            all = all.sorted(Comparator.comparing(DocumentWithPosition::getPosition, ValueComparator.desc()));
        }
        return matchDocumentsFromStream(
                all.map(DocumentWithPosition::getDocument), query, orderBy, skip, limit, batchSize, fields);
    }

    private static Document decoded(byte[] bson) {
        return BsonRowType.decoded(ByteBuffer.wrap(bson));
    }

    @Override
    public int count() {
        return rows.size();
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The size in bytes is not tracked, because no command asks for it. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    protected void updateDataSize(int change) {
        // as above
    }
}
