package io.keyledger.query.audit;

import io.keyledger.kernel.web.Resources;
import io.keyledger.query.reader.Shown;
import io.keyledger.query.support.Changes;
import io.keyledger.query.support.ViewCollection;
import io.keyledger.query.support.ViewGroup;
import io.keyledger.query.support.ViewsDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VersionViews {
    private static final List<String> FILTERED = List.of(
            Entry.TYPE,
            "actor_id",
            Entry.APP,
            Entry.RESOURCE,
            Entry.IP,
            Entry.REQUEST,
            Entry.OCCURRED_AT,
            Entry.HASH,
            Resources.WORDS.name());

    @Bean
    Shown shownEntries() {
        return new ShownEntries();
    }

    @Bean
    ViewGroup versions(ViewsDatabase views, ObjectProvider<Changes> changes) {
        var collections = List.of(
                ViewCollection.ofRows(VersionsProjection.VERSIONS, "resource_id"),
                new ViewCollection(States.COLLECTION, List.of()),
                new ViewCollection(Chains.ENTRIES, indexes()),
                new ViewCollection(Chains.HEADS, List.of()));
        return new ViewGroup(
                "versions",
                3,
                collections,
                new VersionsProjection(views, changes.orderedStream().toList()));
    }

    /** Whatever is asked for, a page of the newest is read off an index in order. */
    private static List<Bson> indexes() {
        var indexes = new ArrayList<Bson>();
        indexes.add(newestFirst(new Document(Entry.ORGANIZATION, 1)));
        indexes.add(
                new Document(Entry.ORGANIZATION, 1).append(Entry.POSITION, 1).append("_id", 1));
        for (var field : FILTERED) {
            indexes.add(newestFirst(new Document(Entry.ORGANIZATION, 1).append(field, 1)));
        }
        return indexes;
    }

    private static Bson newestFirst(Document of) {
        return of.append(Entry.POSITION, -1).append("_id", 1);
    }
}
