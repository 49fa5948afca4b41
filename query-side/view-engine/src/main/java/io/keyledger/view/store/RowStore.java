package io.keyledger.view.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Where a batch reads its rows and writes them. */
public sealed interface RowStore {
    /** Passes the rows that meet the condition. */
    void each(Bson condition, Consumer<Document> reader);

    /** Makes all changes; they are visible when it returns. */
    void write(List<WriteModel<Document>> changes);

    /** Whether this process is the only writer. */
    boolean isOwn();

    /** A collection of the views. */
    record Kept(MongoCollection<Document> collection, boolean isOwn) implements RowStore {
        @Override
        public void each(Bson condition, Consumer<Document> reader) {
            try (var rows = collection.find(condition).cursor()) {
                rows.forEachRemaining(reader);
            }
        }

        @Override
        public void write(List<WriteModel<Document>> changes) {
            collection.bulkWrite(changes, new BulkWriteOptions().ordered(false));
        }
    }

    /** No storage: the batch begins empty and is thrown away. */
    record Nowhere() implements RowStore {
        @Override
        public void each(Bson condition, Consumer<Document> reader) {
            // it has none
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
