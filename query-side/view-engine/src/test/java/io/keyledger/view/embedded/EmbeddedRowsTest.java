package io.keyledger.view.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the embedded server are found by their ids, of which each is there once. */
class EmbeddedRowsTest {
    @TempDir
    Path directory;

    private final EventStore events = TestViews.eventStore();
    private TestViews views;

    @BeforeEach
    void open() {
        views = TestViews.embedded(directory, events);
        rows().createIndex(new Document("name", 1));
        rows().insertMany(List.of(row("a", "x"), row("b", "y"), row("c", "x")));
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void refusesASecondRowOfTheSameId() {
        assertThatThrownBy(() -> rows().insertOne(row("b", "z")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThat(names(in("_id", "b"))).containsExactly("y");
        assertThat(names(eq("name", "z"))).isEmpty();
    }

    @Test
    void findsThoseOfSomeIdsThatAreThere() {
        assertThat(ids(in("_id", "c", "nobody", "a"))).containsExactly("a", "c");
        assertThat(ids(and(eq("_id", "a"), eq("name", "y")))).isEmpty();
        assertThat(ids(gte("_id", "b"))).containsExactly("b", "c");
        assertThat(ids(ne("_id", "b"))).containsExactly("a", "c");
    }

    @Test
    void takesAChangedRowOutOfItsOldPlace() {
        rows().replaceOne(eq("_id", "a"), row("a", "y"));

        assertThat(ids(eq("name", "x"))).containsExactly("c");
        assertThat(ids(eq("name", "y"))).containsExactly("a", "b");
    }

    @Test
    void forgetsWhatIsRemovedAndTakesItsIdAgain() {
        rows().deleteOne(eq("_id", "b"));
        assertThat(ids(in("_id", "a", "b"))).containsExactly("a");
        assertThat(rows().countDocuments()).isEqualTo(2);

        rows().insertOne(row("b", "w"));
        assertThat(names(eq("_id", "b"))).containsExactly("w");
    }

    @Test
    void keepsAllOfItOverARestart() {
        views.close();
        views = TestViews.embedded(directory, events);

        assertThat(ids(eq("name", "x"))).containsExactly("a", "c");
        assertThatThrownBy(() -> rows().insertOne(row("a", "z"))).isInstanceOf(MongoWriteException.class);
    }

    /** However long a search takes, writes go on: five begin and end within one search. */
    @Test
    void areWrittenWhileASearchReadsThemAll() throws InterruptedException {
        rows().insertMany(IntStream.range(0, 20_000)
                .mapToObj(i -> row("many" + i, "a name of some length " + i))
                .toList());
        var search = new AtomicInteger();
        var isOver = new AtomicBoolean();
        var searching = Thread.ofPlatform().start(() -> {
            while (!isOver.get()) {
                search.incrementAndGet();
                assertThat(ids(regex("name", "nothing like this"))).isEmpty();
                search.incrementAndGet();
            }
        });
        var within = 0;
        var last = 0;
        for (int i = 0; i < 5000 && within < 5; i++) {
            var before = search.get();
            rows().replaceOne(eq("_id", "many" + i), row("many" + i, "another"));
            var isWithin = before % 2 == 1 && search.get() == before;
            within = !isWithin ? 0 : before == last ? within + 1 : 1;
            last = before;
        }
        isOver.set(true);
        searching.join();
        assertThat(within).isEqualTo(5);
    }

    private MongoCollection<Document> rows() {
        return views.database().collection("embedded_rows");
    }

    private List<String> ids(Bson condition) {
        return rows().find(condition)
                .sort(ascending("_id"))
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>());
    }

    private List<String> names(Bson condition) {
        return rows().find(condition).map(row -> row.getString("name")).into(new ArrayList<>());
    }

    private static Document row(String id, String name) {
        return new Document("_id", id).append("name", name);
    }
}
