package io.keyledger.view.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import io.keyledger.view.embedded.OrderedIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One collection of a view.
 *
 * @param name    name with the version of its shape, such as {@code apps_v1}
 * @param indexes keys of the indexes that frequent lists and look-ups need
 * @param lists   keys of further ones with a list among their fields, by that field
 * @param further keys of the indexes that its other queries need: the embedded server goes without, since every index
 *                has to be kept in the same file and by the same process
 */
public record ViewCollection(String name, List<Bson> indexes, Map<String, Bson> lists, List<Bson> further) {
    public ViewCollection {
        indexes = List.copyOf(indexes);
        lists = Map.copyOf(lists);
        further = List.copyOf(further);
    }

    public ViewCollection(String name, List<Bson> indexes) {
        this(name, indexes, Map.of(), List.of());
    }

    /** A collection of resource rows, listed by organization in the order of their making, or by one of the fields. */
    public static ViewCollection ofRows(String name, String... fields) {
        var indexes = new ArrayList<Bson>();
        indexes.add(new Document("organization_id", 1).append("created_at", 1).append("_id", 1));
        indexes.addAll(each(fields));
        return new ViewCollection(name, indexes);
    }

    /** The same, with indexes on fields that hold lists as well. */
    public ViewCollection andLists(String... fields) {
        return new ViewCollection(name, indexes, Map.of(), each(fields));
    }

    private static List<Bson> each(String... fields) {
        return Stream.of(fields).<Bson>map(field -> new Document(field, 1)).toList();
    }

    /** Creates the missing indexes, and with them the collection; false when there are none to create. */
    boolean index(MongoCollection<Document> rows, boolean embedded) {
        var wanted = Stream.concat(indexes.stream().map(IndexModel::new), embedded ? listed() : others())
                .toList();
        if (wanted.isEmpty()) {
            return false;
        }
        rows.createIndexes(wanted);
        return true;
    }

    private Stream<IndexModel> listed() {
        return lists.entrySet().stream()
                .map(list -> new IndexModel(
                        list.getValue(), new IndexOptions().name(OrderedIndex.nameOfLists(list.getKey()))));
    }

    private Stream<IndexModel> others() {
        return Stream.concat(lists.values().stream(), further.stream()).map(IndexModel::new);
    }
}
