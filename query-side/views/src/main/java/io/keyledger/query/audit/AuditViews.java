package io.keyledger.query.audit;

import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.RowDecorator;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.ViewCollection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditViews {
    private static final List<String> FILTERED =
            List.of(AuditEntry.APP, AuditEntry.REQUEST, "actor_id", AuditEntry.RESOURCE, AuditEntry.OCCURRED_AT);
    private static final List<String> SEARCHED = List.of(AuditEntry.IP, AuditEntry.HASH, Resources.WORDS.name());

    @Bean
    RowDecorator shownEntries() {
        return new AuditEntryDecorator();
    }

    @Bean
    View versions(ObjectProvider<Changes> changes) {
        var collections = List.of(
                new ViewCollection(
                        AuditProjection.VERSIONS, List.of(inOrderOfMaking(), new Document("resource_id", 1))),
                new ViewCollection(ResourceStates.COLLECTION, List.of()),
                new ViewCollection(
                        Chains.ENTRIES, inOrder(), Map.of(AuditEntry.TYPE, by(AuditEntry.TYPE)), by(SEARCHED)),
                new ViewCollection(Chains.HEADS, List.of()));
        return new View(
                "audit",
                6,
                collections,
                new AuditProjection(changes.orderedStream().toList()));
    }

    private static Bson inOrderOfMaking() {
        return new Document(StoredRow.SEEN_BY, 1).append("created_at", 1).append("_id", 1);
    }

    /** For lists and exports of all entries, and for frequent filters. */
    private static List<Bson> inOrder() {
        var oldestFirst = new Document(AuditEntry.ORGANIZATION, 1)
                .append(AuditEntry.POSITION, 1)
                .append("_id", 1);
        var all = Stream.of(newestFirst(new Document(AuditEntry.ORGANIZATION, 1)), oldestFirst);
        return Stream.concat(all, by(FILTERED).stream()).toList();
    }

    /** Each filter has an index that ends in the position, so that a page of the newest entries is read in order. */
    private static List<Bson> by(List<String> fields) {
        return fields.stream().map(AuditViews::by).toList();
    }

    private static Bson by(String field) {
        return newestFirst(new Document(AuditEntry.ORGANIZATION, 1).append(field, 1));
    }

    private static Bson newestFirst(Document of) {
        return of.append(AuditEntry.POSITION, -1).append("_id", 1);
    }
}
