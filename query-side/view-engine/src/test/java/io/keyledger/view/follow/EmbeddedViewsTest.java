package io.keyledger.view.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.ViewCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedViewsTest {
    @TempDir
    Path directory;

    private final EventStore events = TestViews.eventStore();

    @Test
    void keepsRowsAndPositionsOverARestart() {
        register("a");
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
        }
        publish("a", 1, new AppRenamed("a", "second"));
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).containsEntry("name", "second").containsEntry("sequence", 1L);
        }
    }

    /** The processor of the generation to come is there already, and waits for all nodes to know of it. */
    @Test
    void endsWhileARebuildIsAboutToBegin() {
        register("a");
        var views = open(1);
        assertThat(views.awaitWritten()).isTrue();
        assertThat(views.rebuilds().begin("apps")).isEqualTo(Rebuilds.Outcome.BEGUN);
        assertThat(views.rebuilds().underWay()).containsKey("apps");

        assertThatCode(views::close).doesNotThrowAnyException();

        try (var again = open(1)) {
            assertThat(again.awaitWritten()).isTrue();
        }
    }

    /** An interrupt in its database work would close the file for all views. */
    @Test
    void interruptsNoViewThatIsBeingClaimed() throws InterruptedException {
        register("a");
        var claiming = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var slow = spy(events);
        doAnswer(call -> {
                    claiming.countDown();
                    try {
                        Thread.sleep(Duration.ofMillis(500));
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    return call.callRealMethod();
                })
                .when(slow)
                .createTailToken();
        var views = open(1, slow);
        assertThat(claiming.await(10, TimeUnit.SECONDS)).isTrue();
        views.close();
        assertThat(interrupted).isFalse();
    }

    @Test
    void rebuildsAViewOfAnotherShape() {
        register("a");
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            views.database().collection("apps_v1").insertOne(new Document("_id", "leftover"));
        }
        try (var views = open(2)) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).isNotNull();
            assertThat(row(views, "leftover")).isNull();
        }
    }

    @Test
    void rebuildsAViewWhoseCollectionIsMissing() {
        register("a");
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            views.database().collection("apps_v1").drop();
        }
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).isNotNull();
        }
    }

    @Test
    void rebuildsFromAnEmptyDirectory() throws IOException {
        register("a");
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
        }
        Files.delete(directory.resolve("views.mv"));
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).isNotNull();
        }
    }

    @Test
    void movesADamagedFileAsideAndRebuilds() throws IOException {
        register("a");
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
        }
        var content = Files.readAllBytes(directory.resolve("views.mv"));
        content[content.length / 2] ^= 1;
        Files.write(directory.resolve("views.mv"), content);
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).isNotNull();
        }
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith("damaged-"));
        }
    }

    @Test
    void movesAFileThatIsNoneAside() throws IOException {
        register("a");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("views.mv"), "this is not a store".repeat(1000));
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void movesAFileAsideThatOpensAndCannotBeRead(int format) throws IOException {
        register("a");
        Files.createDirectories(directory);
        try (var store = MVStore.open(directory.resolve("views.mv").toString())) {
            store.setStoreVersion(format);
            store.openMap("databases.keyledger.system.namespaces").put("keyledger.apps_v1", "no row");
            store.commit();
        }
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).isNotNull();
        }
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith("damaged-"));
        }
    }

    @Test
    void rebuildsViewsThatKnowMoreThanTheEvents() {
        register("a");
        register("b");
        try (var views = open(1)) {
            assertThat(views.awaitWritten()).isTrue();
        }
        var restored = TestViews.eventStore();
        restored.publish(registered("a"));
        try (var views = TestViews.embedded(directory, restored)) {
            views.start(List.of(group(1)));
            assertThat(views.awaitWritten()).isTrue();
            assertThat(row(views, "a")).isNotNull();
            assertThat(row(views, "b")).isNull();
        }
    }

    private TestViews open(int version) {
        return open(version, events);
    }

    private TestViews open(int version, EventStore store) {
        var views = TestViews.embedded(directory, store);
        return views.start(List.of(group(version)));
    }

    private static View group(int version) {
        var changes = new Changes() {
            @Override
            public boolean concerns(Class<?> eventType) {
                return eventType == AppRegistered.class || eventType == AppRenamed.class;
            }

            @Override
            public List<Change> of(Recorded recorded) {
                return switch (recorded.event()) {
                    case AppRegistered event ->
                        List.of(Change.created("api_credentials", event.appId(), Map.of("name", event.name())));
                    case AppRenamed event ->
                        List.of(Change.updated("api_credentials", event.appId(), "name", event.name()));
                    default -> List.of();
                };
            }
        };
        var projection = new RowProjection(List.of("api_credentials"), changes);
        return new View("apps", version, List.of(ViewCollection.ofRows("apps_v1")), projection);
    }

    private static @Nullable Document row(TestViews views, String id) {
        return views.database()
                .collection("apps_v1")
                .find(new Document("_id", id))
                .first();
    }

    private void register(String id) {
        events.publish(registered(id));
    }

    private static GenericDomainEventMessage<Object> registered(String id) {
        var event =
                new AppRegistered(id, "org", "integration", "test", "client", "first", 7200, false, null, null, null);
        return new GenericDomainEventMessage<>("App", id, 0, event);
    }

    private void publish(String id, long sequence, Object event) {
        events.publish(new GenericDomainEventMessage<>("App", id, sequence, event));
    }
}
