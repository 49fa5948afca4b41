package io.keyledger.query.audit;

import io.keyledger.kernel.web.Resources;
import io.keyledger.query.reader.Shown;
import io.keyledger.query.support.Changes;
import io.keyledger.query.support.StoredRow;
import io.keyledger.query.support.ViewCollection;
import io.keyledger.query.support.ViewGroup;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VersionViews {
    private static final List<String> FILTERED = List.of(
            Entry.TYPE, "actor_id", Entry.RESOURCE, Entry.IP, Entry.OCCURRED_AT, Entry.HASH, Resources.WORDS.name());

    @Bean
    Shown shownEntries() {
        return new ShownEntries();
    }

    @Bean
    ViewGroup versions(ObjectProvider<Changes> changes) {
        var collections = List.of(
                new ViewCollection(
                        VersionsProjection.VERSIONS, List.of(inOrderOfMaking(), new Document("resource_id", 1))),
                new ViewCollection(States.COLLECTION, List.of()),
                new ViewCollection(Chains.ENTRIES, inOrder(), byWhatIsAskedFor()),
                new ViewCollection(Chains.HEADS, List.of()));
        return new ViewGroup(
                "versions",
                4,
                collections,
                new VersionsProjection(changes.orderedStream().toList()));
    }

    private static Bson inOrderOfMaking() {
        return new Document(StoredRow.SEEN_BY, 1).append("created_at", 1).append("_id", 1);
    }

    /** For lists and exports of all, of one app, and of one request. */
    private static List<Bson> inOrder() {
        var oldestFirst =
                new Document(Entry.ORGANIZATION, 1).append(Entry.POSITION, 1).append("_id", 1);
        return List.of(newestFirst(new Document(Entry.ORGANIZATION, 1)), oldestFirst, by(Entry.APP), by(Entry.REQUEST));
    }

    /** Whatever is asked for, a page of the newest is read off an index in order. */
    private static List<Bson> byWhatIsAskedFor() {
        return FILTERED.stream().map(VersionViews::by).toList();
    }

    private static Bson by(String field) {
        return newestFirst(new Document(Entry.ORGANIZATION, 1).append(field, 1));
    }

    private static Bson newestFirst(Document of) {
        return of.append(Entry.POSITION, -1).append("_id", 1);
    }
}
