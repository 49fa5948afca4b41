package io.keyledger.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.view.follow.Rebuilds;
import io.keyledger.view.follow.Rebuilds.Outcome;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views of the service are rebuilt while they are written to and read. */
abstract class RebuildContract {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String[] ROOMS = {
        "io.keyledger.query.app",
        "io.keyledger.query.organization",
        "io.keyledger.query.access",
        "io.keyledger.query.customer",
        "io.keyledger.query.expiry",
        "io.keyledger.query.lifetime",
        "io.keyledger.query.credentialpolicy",
        "io.keyledger.query.audit"
    };

    @TempDir
    Path directory;

    final EventStore events = TestViews.eventStore();
    private TestViews database;
    private AllViews views;

    abstract TestViews open(Path directory, EventStore events);

    @BeforeEach
    void start() {
        new RandomHistories(new Random(9)).events(300).forEach(this::publish);
        begin(open(directory.resolve("views"), events));
    }

    private void begin(TestViews opened) {
        database = opened;
        views = new AllViews(opened.database(), ROOMS);
        opened.start(views.groups());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void showsAtEveryMomentWhatWasAcknowledgedBefore() throws InterruptedException {
        assertThat(database.awaitWritten()).isTrue();
        try (var load = new WriteLoad(events, database)) {
            load.runFor(Duration.ofMillis(200));
            for (var group : views.groups()) {
                assertThat(database.rebuilds().begin(group.name())).isEqualTo(Outcome.BEGUN);
            }
            awaitGeneration(2);
            load.runFor(Duration.ofMillis(200));
            assertThat(load.failures()).isEmpty();
            assertThat(load.written()).isGreaterThan(20);
        }
        assertSameAsFresh();
    }

    @Test
    void dropsWhatItReplaced() throws InterruptedException {
        rebuildAll();
        awaitDropped("apps_v1");
        awaitDropped("versions_v1");
        assertThat(collections()).contains("apps_v1_g2", "versions_v1_g2");
        rebuildAll();
        assertSameAsFresh();
    }

    @Test
    void isBegunOnce() throws InterruptedException {
        assertThat(database.rebuilds().begin("apps")).isEqualTo(Outcome.BEGUN);
        assertThat(database.rebuilds().begin("apps")).isEqualTo(Outcome.UNDER_WAY);
        assertThat(database.rebuilds().begin("permissions")).isEqualTo(Outcome.UNKNOWN);
        assertThat(database.rebuilds().underWay()).containsOnlyKeys("apps");
        awaitRebuilt("apps", 2);
        assertThat(database.rebuilds().underWay()).isEmpty();
        assertThat(database.rebuilds().begin("apps")).isEqualTo(Outcome.BEGUN);
    }

    @Test
    void keepsUsesThatNoEventTells() throws InterruptedException {
        assertThat(database.awaitWritten()).isTrue();
        var uses = views.useFollower();
        var secret = someCredential();
        var before = Instant.parse("2030-03-04T05:06:00Z");
        new LastUses(database.database()).write(Map.of(secret, new LastUse(before, null)));
        assertThat(database.rebuilds().begin("expiries")).isEqualTo(Outcome.BEGUN);
        var last = before;
        while (database.rebuilds().underWay().containsKey("expiries")) {
            last = last.plusSeconds(60);
            var use = Map.of(secret, new LastUse(last, null));
            new LastUses(database.database()).write(use);
            uses.used(use);
            Thread.sleep(20);
        }
        awaitRebuilt("expiries", 2);
        var row = database.database()
                .collection("secret_expiries_v1")
                .find(new Document("_id", secret))
                .first();
        assertThat(row).isNotNull();
        assertThat(row.getDate("last_used_at").toInstant()).isEqualTo(last);
        assertThat(row.getDate("unused_since").toInstant()).isEqualTo(last);
    }

    private String someCredential() {
        var row = database.database().collection("secret_expiries_v1").find().first();
        assertThat(row).isNotNull();
        return row.getString("_id");
    }

    /** Closes the views and opens them again, as they were. */
    void restart() {
        database.close();
        begin(open(directory.resolve("views"), events));
    }

    TestViews database() {
        return database;
    }

    final void rebuildAll() throws InterruptedException {
        var next = view("apps").generation() + 1;
        views.groups().forEach(group -> database.rebuilds().begin(group.name()));
        awaitGeneration(next);
    }

    private void awaitGeneration(int generation) throws InterruptedException {
        for (var group : views.groups()) {
            awaitRebuilt(group.name(), generation);
        }
    }

    final void awaitRebuilt(String view, int generation) throws InterruptedException {
        var deadline = System.nanoTime() + LONG.toNanos();
        while (view(view).generation() < generation) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    final Rebuilds.View view(String name) {
        return Objects.requireNonNull(database.rebuilds().all().get(name));
    }

    final void assertSameAsFresh() {
        assertThat(database.awaitWritten()).isTrue();
        var rebuilt = views.rows();
        try (var other = TestViews.embedded(directory.resolve("fresh"), events)) {
            var fresh = new AllViews(other.database(), ROOMS);
            other.start(fresh.groups());
            assertThat(other.awaitWritten()).isTrue();
            assertThat(rebuilt).isEqualTo(fresh.rows());
        }
    }

    final void awaitDropped(String collection) throws InterruptedException {
        var deadline = System.nanoTime() + LONG.toNanos();
        while (collections().contains(collection)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private List<String> collections() {
        return database.database().database().listCollectionNames().into(new ArrayList<>());
    }

    private void publish(Recorded recorded) {
        events.publish(new GenericDomainEventMessage<>(
                "Any", recorded.aggregateId(), recorded.sequence(), recorded.event(), recorded.metaData()));
    }
}
