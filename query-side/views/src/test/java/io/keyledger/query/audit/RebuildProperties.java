package io.keyledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.rebuild.AllViews;
import io.keyledger.query.rebuild.RandomHistories;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Views are a function of the events: how those come in, and how often, makes no difference. */
class RebuildProperties {
    private static @Nullable TestViews database;
    private static @Nullable AllViews views;

    @BeforeContainer
    static void open() throws IOException {
        var opened = TestViews.embedded(Files.createTempDirectory("views"), TestViews.eventStore());
        database = opened;
        views = new AllViews(
                opened.database(),
                "io.keyledger.query.app",
                "io.keyledger.query.organization",
                "io.keyledger.query.access",
                "io.keyledger.query.customer",
                "io.keyledger.query.expiry",
                "io.keyledger.query.lifetime",
                "io.keyledger.query.credentialpolicy",
                "io.keyledger.query.audit");
    }

    @AfterContainer
    static void close() {
        views().clear();
        Objects.requireNonNull(database).close();
    }

    @Property(tries = 60)
    void areTheSameHoweverTheEventsAreDelivered(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int count) {
        var random = new Random(seed);
        var events = new RandomHistories(random).events(count);
        views().clear();
        views().apply(events);
        var rebuilt = views().rows();

        views().clear();
        deliverWithCrashes(events, random);
        assertThat(views().rows()).isEqualTo(rebuilt);
    }

    @Property(tries = 30)
    void ignoreEventsTheyHaveSeen(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int count) {
        var random = new Random(seed);
        var events = new RandomHistories(random).events(count);
        views().clear();
        views().apply(events);
        var before = views().rows();
        views().apply(events);
        assertThat(views().rows()).isEqualTo(before);
    }

    /** After a batch the node may die before its position is stored: some events come again, and what follows them. */
    private static void deliverWithCrashes(List<Recorded> events, Random random) {
        int position = 0;
        while (position < events.size()) {
            int end = Math.min(events.size(), position + 1 + random.nextInt(10));
            views().apply(events.subList(position, end));
            boolean dies = random.nextInt(4) == 0;
            position = dies ? Math.max(0, position - random.nextInt(20)) : end;
        }
    }

    private static AllViews views() {
        return Objects.requireNonNull(views);
    }
}
