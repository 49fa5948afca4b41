package io.keyledger.query.support;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.axonframework.common.transaction.TransactionManager;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The database of the views, for whoever keeps one.
 *
 * @param database where the collections are
 * @param embedded whether it is the server inside this process: it has no other writer, and only some of the indexes
 * @param batches  what a batch of events must run in
 */
public record ViewsDatabase(MongoDatabase database, boolean embedded, TransactionManager batches) {

    /** The collection of that name. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** How many rows of the collection meet the condition. */
    public long count(String name, Bson condition) {
        return embedded ? countedByIndex(name, condition) : collection(name).countDocuments(condition);
    }

    /** The driver counts by an aggregation, for which the embedded server looks at every row. */
    private long countedByIndex(String name, Bson condition) {
        var query = condition.toBsonDocument(Document.class, database.getCodecRegistry());
        return database.runCommand(new Document("count", name).append("query", query))
                .get("n", Number.class)
                .longValue();
    }
}
