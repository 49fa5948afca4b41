package io.keyledger.query.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.rebuild.AllViews;
import io.keyledger.query.rebuild.RandomHistories;
import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What is folded from an aggregate's events up to an instant is what the views showed then. More histories than the build
 * takes: {@code -Dkeyledger.histories=10000}.
 */
class PastProperties {
    private static final int HISTORIES = Integer.getInteger("keyledger.histories", 30);
    private static final int LONGEST = 60;
    private static final List<String> TYPES =
            List.of("api_credentials", "client_secrets", "certificates", "roles", "permissions");

    private static @Nullable TestViews database;
    private static @Nullable AllViews views;

    @BeforeContainer
    static void open() throws IOException {
        var opened = TestViews.embedded(Files.createTempDirectory("views"), TestViews.eventStore());
        database = opened;
        views = new AllViews(opened.database(), "io.keyledger.query.app", "io.keyledger.query.access");
    }

    @AfterContainer
    static void close() {
        Objects.requireNonNull(database).close();
    }

    @Example
    void isAtEveryEventWhatTheViewsShowedThen() {
        var shown = Objects.requireNonNull(views);
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var events = new RandomHistories(random).events(1 + random.nextInt(LONGEST));
            shown.clear();
            for (int end = 1; end <= events.size(); end++) {
                shown.apply(events.subList(end - 1, end));
                assertThat(folded(shown.rowProjections(), events.subList(0, end)))
                        .as("history %s up to event %s", seed, end)
                        .isEqualTo(stored(shown));
            }
        }
    }

    /** One aggregate at a time, as a reader of one resource does it. */
    private static Map<String, Document> folded(List<RowProjection> projections, List<Recorded> events) {
        var rows = new TreeMap<String, Document>();
        events.stream().map(Recorded::aggregateId).distinct().forEach(aggregate -> {
            var own = events.stream()
                    .filter(event -> event.aggregateId().equals(aggregate))
                    .toList();
            projections.forEach(projection -> projection
                    .fold(own)
                    .forEach((type, batch) -> ofTypes(type)
                            .flatMap(known -> batch.rows(row -> true))
                            .forEach(row -> rows.put(row.getString("_id"), row))));
        });
        return rows;
    }

    private static Stream<String> ofTypes(String type) {
        return Stream.of(type).filter(TYPES::contains);
    }

    private static Map<String, Document> stored(AllViews shown) {
        var rows = new TreeMap<String, Document>();
        var all = shown.rows();
        TYPES.forEach(
                type -> new ArrayList<>(all.get(Tables.of(type))).forEach(row -> rows.put(row.getString("_id"), row)));
        return rows;
    }
}
