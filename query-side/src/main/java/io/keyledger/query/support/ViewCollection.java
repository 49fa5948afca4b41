package io.keyledger.query.support;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One collection of a view.
 *
 * @param name    name with the version of its shape, such as {@code apps_v1}
 * @param indexes keys of the indexes its queries need; the embedded server has none but the id's
 */
public record ViewCollection(String name, List<Bson> indexes) {
    public ViewCollection {
        indexes = List.copyOf(indexes);
    }

    /** A collection of resource rows, listed by organization in the order of their making, or by one of the fields. */
    public static ViewCollection ofRows(String name, String... fields) {
        var indexes = new ArrayList<Bson>();
        indexes.add(new Document("organization_id", 1).append("created_at", 1).append("_id", 1));
        for (var field : fields) {
            indexes.add(new Document(field, 1));
        }
        return new ViewCollection(name, indexes);
    }
}
