package io.keyledger.view.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Where a batch has its rows from, and leaves them. */
public sealed interface RowStore {
    /** The rows that the condition is true of. */
    Iterable<Document> find(Bson condition);

    /** Makes all changes; when it returns they are there. */
    void write(List<WriteModel<Document>> changes);

    /** Whether nobody else writes there. */
    boolean isOwn();

    /** A collection of the views. */
    record Kept(MongoCollection<Document> collection, boolean isOwn) implements RowStore {
        @Override
        public Iterable<Document> find(Bson condition) {
            return collection.find(condition);
        }

        @Override
        public void write(List<WriteModel<Document>> changes) {
            collection.bulkWrite(changes, new BulkWriteOptions().ordered(false));
        }
    }

    /** Nowhere: the batch begins with none and is thrown away. */
    record Nowhere() implements RowStore {
        @Override
        public Iterable<Document> find(Bson condition) {
            return List.of();
        }

        @Override
        public void write(List<WriteModel<Document>> changes) {
            throw new UnsupportedOperationException("rows of the past are not kept");
        }

        @Override
        public boolean isOwn() {
            return true;
        }
    }
}
