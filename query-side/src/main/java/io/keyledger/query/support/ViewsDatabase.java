package io.keyledger.query.support;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.axonframework.common.transaction.TransactionManager;
import org.bson.Document;

/**
 * The database of the views, for whoever keeps one.
 *
 * @param database where the collections are
 * @param embedded whether it is the server inside this process: it has no other writer, no index but the id's, and uses
 *                 that one only when asked for ids alone
 * @param batches  what a batch of events must run in
 */
public record ViewsDatabase(MongoDatabase database, boolean embedded, TransactionManager batches) {

    /** The collection of that name. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }
}
