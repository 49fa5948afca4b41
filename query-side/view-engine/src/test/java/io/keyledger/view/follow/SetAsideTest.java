package io.keyledger.view.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.SetAside;
import io.keyledger.view.store.SetAsideEvent;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A view that keeps the ids of the apps it was told of, and fails at those of our choice. */
class SetAsideTest {
    @TempDir
    Path directory;

    private final EventStore events = TestViews.eventStore();
    private final Map<String, Supplier<Throwable>> failing = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

    static Stream<Supplier<Throwable>> failuresOfTheEvent() {
        return Stream.of(
                () -> new IllegalStateException("a tenant's text"),
                () -> new StackOverflowError("a tenant's text"),
                () -> new AssertionError("a tenant's text"),
                () -> new IllegalArgumentException("a tenant's text", new IOException("of a parser")),
                () -> new MongoException(10334, "a tenant's text: BSONObjectTooLarge"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheEvent")
    void goesOnWithoutAnEventItCannotShow(Supplier<Throwable> failure) {
        failing.put("bad", failure);
        try (var views = open()) {
            happen("a", "bad", "b");

            assertThat(views.awaitWritten()).isTrue();

            assertThat(shown(views)).containsExactlyInAnyOrder("a", "b");
            assertThat(views.rebuilds().setAside()).containsExactly(Map.entry("apps", 1L));
            assertThat(only(views)).satisfies(event -> {
                assertThat(event.position()).isEqualTo(1);
                assertThat(event.word()).isEqualTo("app.disabled");
                assertThat(event.aggregateId()).isEqualTo("bad");
                assertThat(event.organizationId()).isEqualTo("org");
                assertThat(event.reason())
                        .startsWith(failure.get().getClass().getName())
                        .doesNotContain("tenant");
            });
        }
    }

    @Test
    void keepsItOverARestartAndTriesItAgainInARebuild() throws InterruptedException {
        failing.put("bad", () -> new IllegalStateException("no"));
        try (var views = open()) {
            happen("a", "bad");
            assertThat(views.awaitWritten()).isTrue();
        }
        failing.clear();
        try (var views = open()) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(views.rebuilds().setAside()).containsEntry("apps", 1L);

            assertThat(views.rebuilds().begin("apps")).isEqualTo(Rebuilds.Outcome.BEGUN);

            await(() -> views.rebuilds().setAside().isEmpty());
            assertThat(shown(views)).containsExactlyInAnyOrder("a", "bad");
        }
    }

    @Test
    void setsItAsideAgainWhenTheViewsAreDeleted() throws Exception {
        failing.put("bad", () -> new IllegalStateException("no"));
        try (var views = open()) {
            happen("a", "bad", "b");
            assertThat(views.awaitWritten()).isTrue();
        }
        Files.delete(directory.resolve("views.mv"));
        try (var views = open()) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(shown(views)).containsExactlyInAnyOrder("a", "b");
            assertThat(only(views).aggregateId()).isEqualTo("bad");
        }
    }

    /** MongoDB's codes of a primary that is gone, of a socket, and a row that two nodes add at once. */
    @ParameterizedTest
    @ValueSource(ints = {10107, -2, 11000})
    void waitsForAStoreThatIsAway(int code) throws InterruptedException {
        failing.put("bad", () -> new MongoException(code, "away"));
        try (var views = open()) {
            happen("a", "bad", "b");
            await(() -> tries("bad") >= 2);
            assertThat(views.rebuilds().setAside()).isEmpty();
            Thread.sleep(Duration.ofMillis(500));
            assertThat(tries("bad")).as("a pause lies between two tries").isLessThanOrEqualTo(3);

            failing.clear();

            assertThat(views.awaitWritten()).isTrue();
            assertThat(shown(views)).containsExactlyInAnyOrder("a", "bad", "b");
            assertThat(views.rebuilds().setAside()).isEmpty();
        }
    }

    @Test
    void waitsForMemory() throws InterruptedException {
        failing.put("bad", () -> new OutOfMemoryError("of something else"));
        try (var views = open()) {
            happen("bad", "b");
            await(() -> tries("bad") >= 3);
            failing.clear();

            assertThat(views.awaitWritten()).isTrue();
            assertThat(shown(views)).containsExactlyInAnyOrder("bad", "b");
            assertThat(views.rebuilds().setAside()).isEmpty();
        }
    }

    @Test
    void triesAgainForTheSameReasonAfterASecondTryThatSucceeded() {
        failing.put("bad", () -> new IllegalStateException("no"));
        failing.put("short", () -> failOnce("short", new UnsupportedOperationException("for a moment")));
        failing.put("later", () -> failOnce("later", new IllegalStateException("for a moment")));
        try (var views = open()) {
            happen("bad");
            assertThat(views.awaitWritten()).isTrue();
            happen("short");
            assertThat(views.awaitWritten()).isTrue();
            happen("later");
            assertThat(views.awaitWritten()).isTrue();

            assertThat(shown(views)).containsExactlyInAnyOrder("short", "later");
            assertThat(only(views).aggregateId()).isEqualTo("bad");
        }
    }

    private RuntimeException failOnce(String app, RuntimeException failure) {
        failing.remove(app);
        return failure;
    }

    /** One organization's events are named until it has its part; all are counted, and a rebuild tries them all. */
    @Test
    void countsAllAndNamesAsManyAsABound() throws InterruptedException {
        var many = 130;
        for (int i = 0; i < many; i++) {
            failing.put("bad" + i, () -> new IllegalStateException("no"));
        }
        failing.put("other", () -> new IllegalStateException("no"));
        try (var views = open()) {
            failing.keySet().stream().filter(app -> app.startsWith("bad")).forEach(this::happen);
            events.publish(event("other").withMetaData(Map.of(MetaKey.ORGANIZATION_ID, "another")));
            await(() -> views.rebuilds().setAside().getOrDefault("apps", 0L) == many + 1);

            var table = new SetAside(views.database());
            var generation = "apps";
            assertThat(table.of(generation, 1000))
                    .hasSize(SetAside.MOST_OF_ORGANIZATION + 1)
                    .extracting(SetAsideEvent::aggregateId)
                    .contains("other");

            failing.clear();
            assertThat(views.rebuilds().begin("apps")).isEqualTo(Rebuilds.Outcome.BEGUN);
            await(() -> views.rebuilds().setAside().isEmpty());
            assertThat(shown(views)).hasSize(many + 1);
        }
    }

    @Test
    void setsAsideAnEventWhoseOrganizationIsNoText() {
        failing.put("bad", () -> new IllegalStateException("no"));
        try (var views = open()) {
            events.publish(event("bad").withMetaData(Map.of(MetaKey.ORGANIZATION_ID, 7)));
            happen("b");

            assertThat(views.awaitWritten()).isTrue();
            assertThat(only(views).organizationId()).isNull();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(Duration.ofMillis(20));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private TestViews open() {
        return TestViews.embedded(directory, events)
                .start(List.of(new View("apps", 1, List.of(ViewCollection.ofRows("apps_v1")), new Failing())));
    }

    private SetAsideEvent only(TestViews views) {
        var all = Objects.requireNonNull(views.rebuilds().all().get("apps")).firstSetAside();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<String> shown(TestViews views) {
        return views.database()
                .collection("apps_v1")
                .find()
                .map(row -> row.getString("_id"))
                .into(new ArrayList<>());
    }

    private int tries(String app) {
        return tries.getOrDefault(app, new AtomicInteger()).get();
    }

    private void happen(String... apps) {
        Stream.of(apps).forEach(app -> events.publish(event(app)));
    }

    private static GenericDomainEventMessage<?> event(String app) {
        return new GenericDomainEventMessage<>(
                "App", app, 0, new AppDisabled(app), MetaData.with(MetaKey.ORGANIZATION_ID, "org"));
    }

    private final class Failing implements Projection {
        @Override
        public boolean concerns(Class<?> eventType) {
            return eventType == AppDisabled.class;
        }

        @Override
        public void apply(ViewsDatabase views, List<Recorded> told) {
            for (var event : told) {
                var app = event.aggregateId();
                tries.computeIfAbsent(app, _ -> new AtomicInteger()).incrementAndGet();
                var failure = failing.get(app);
                if (failure != null) {
                    throw SetAsideTest.<RuntimeException>as(failure.get());
                }
                views.collection("apps_v1")
                        .replaceOne(
                                new Document("_id", app), new Document("_id", app), new ReplaceOptions().upsert(true));
            }
        }

        @Override
        public void mark(ViewsDatabase views, SetAsideEvent event, MetaData metaData, @Nullable Instant at) {
            throw new AssertionError("a mark that cannot be made does not stop the view");
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T as(Throwable failure) throws T {
        throw (T) failure;
    }
}
