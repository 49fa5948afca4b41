package io.keyledger.view.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The database of the views.
 *
 * @param database where the collections are
 * @param embedded whether it is the server inside this process: it has no other writer, and only some of the indexes
 * @param batches  the transactions that batches of events run in
 * @param routes   which generation of each view is read
 * @param budget   how much the rows may weigh that batches read
 */
public record ViewsDatabase(
        MongoDatabase database, boolean embedded, TransactionManager batches, Routes routes, RowBudget budget) {
    /** A database whose routes are not loaded yet: every collection has its plain name. */
    public ViewsDatabase(MongoDatabase database, boolean embedded, TransactionManager batches) {
        this(database, embedded, batches, new Routes(), RowBudget.NONE);
    }

    /** The collection of that name, in the generation of its view that is read. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(routes.read(name));
    }

    /**
     * The collection of that name in every generation of its view that is read or is next: for data that comes from no
     * event, which a rebuild would miss.
     */
    public List<MongoCollection<Document>> filled(String name) {
        return routes.filled(name).stream().map(database::getCollection).toList();
    }

    /** The same with fixed routes, unaffected by later switches: for a short read. */
    public ViewsDatabase asOfNow() {
        return through(routes.asOfNow());
    }

    /** The same, routed to that generation of a view. */
    public ViewsDatabase of(ViewShape shape, Generation generation) {
        return through(Routes.to(shape, generation));
    }

    private ViewsDatabase through(Routes others) {
        return new ViewsDatabase(database, embedded, batches, others, budget);
    }

    /**
     * The same, for one batch of events.
     *
     * @param most how much the rows that it reads may weigh, in characters; beyond, reading ends with {@link
     *             BatchTooHeavy}
     */
    public ViewsDatabase limitedTo(long most) {
        return new ViewsDatabase(database, embedded, batches, routes, new RowBudget(most));
    }

    /** How many rows of the collection meet the condition. */
    public long count(String name, Bson condition) {
        return embedded
                ? countedByIndex(routes.read(name), condition)
                : collection(name).countDocuments(condition);
    }

    /**
     * The driver counts by an aggregation, for which the embedded server reads every row; its {@code count} command
     * uses indexes.
     */
    private long countedByIndex(String name, Bson condition) {
        var query = condition.toBsonDocument(Document.class, database.getCodecRegistry());
        return database.runCommand(new Document("count", name).append("query", query))
                .get("n", Number.class)
                .longValue();
    }
}
