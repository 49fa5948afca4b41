package io.keyledger.view.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.Positions;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views in a database that two nodes share. */
class TwoNodesTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final View apps = new View("apps", 1, List.of(), new Batches());

    @TempDir
    Path directory;

    private final EventStore events = TestViews.eventStore();
    private final Progress progress = new Progress();
    private final List<List<Recorded>> batches = new CopyOnWriteArrayList<>();
    private final List<ViewProcessors> nodes = new ArrayList<>();
    private TestViews server;

    @BeforeEach
    void startTheFirst() {
        server = TestViews.embedded(directory, events);
        startNode();
    }

    @AfterEach
    void stop() {
        nodes.forEach(ViewProcessors::stop);
        server.close();
    }

    @Test
    void handsOverAllThereIsAtOnce() {
        nodes.getFirst().stop();
        register("a");
        startNode();
        assertThat(shows(nodes.getLast())).isTrue();
        assertThat(batches).singleElement().satisfies(batch -> assertThat(batch).hasSize(2));
    }

    @Test
    void knowsHowFarAViewIsThatTheOtherNodeKeeps() {
        register("a");
        startNode();
        register("b");
        assertThat(shows(nodes.getLast())).isTrue();
        assertThat(handled()).containsExactly("a", "a", "b", "b");
    }

    @Test
    void takesOverWhatTheOtherNodeHasLeft() {
        startNode();
        register("a");
        assertThat(shows(nodes.getFirst())).isTrue();
        nodes.getFirst().stop();
        register("b");
        assertThat(shows(nodes.getLast())).isTrue();
        assertThat(handled()).containsExactly("a", "a", "b", "b");
    }

    @Test
    void rebuildAViewOnceWhicheverIsTold() throws InterruptedException {
        register("a");
        startNode();
        assertThat(Stream.of(true, false).map(first -> nodes.get(first ? 0 : 1).rebuild(apps)))
                .containsExactlyInAnyOrder(true, false);
        register("b");
        assertThat(shows(nodes.getLast())).isTrue();
        awaitGeneration(2, nodes.getFirst(), nodes.getLast());
        assertThat(handled().stream().sorted()).containsExactly("a", "a", "a", "a", "b", "b", "b", "b");
        register("c");
        assertThat(shows(nodes.getFirst())).isTrue();
        assertThat(shows(nodes.getLast())).isTrue();
    }

    @Test
    void goOnWithARebuildWhoseNodeHasGone() throws InterruptedException {
        register("a");
        startNode();
        assertThat(nodes.getFirst().rebuild(apps)).isTrue();
        nodes.getFirst().stop();
        register("b");
        awaitGeneration(2, nodes.getLast());
        assertThat(shows(nodes.getLast())).isTrue();
    }

    @Test
    void keepTheirOwnShapesDuringAnUpgrade() throws InterruptedException {
        var old = startNode(ofShape(1));
        register("a");
        assertThat(shows(nodes.getLast())).isTrue();
        var upgraded = startNode(ofShape(2));
        register("b");
        for (var node : nodes.subList(1, 3)) {
            assertThat(shows(node)).isTrue();
        }
        assertThat(shapes(old)).containsExactly(1, 1);
        assertThat(shapes(upgraded)).containsExactly(2, 2);
        assertThat(nodes.get(1).rebuild(ofShape(1))).as("of the former release").isFalse();

        Thread.sleep(2 * KEPT.toMillis());
        assertThat(collections()).as("still read by a node").contains("shapes_v1", "shapes_v1_g2");
        nodes.get(1).stop();
        var deadline = System.nanoTime() + LONG.toNanos();
        while (collections().contains("shapes_v1")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
        assertThat(shapes(upgraded)).containsExactly(2, 2);
    }

    private static List<Integer> shapes(ViewsDatabase node) {
        return node.collection("shapes_v1")
                .find()
                .map(row -> row.getInteger("shape"))
                .into(new ArrayList<>());
    }

    private List<String> collections() {
        return server.database().database().listCollectionNames().into(new ArrayList<>());
    }

    private static void awaitGeneration(int generation, ViewProcessors... waiting) throws InterruptedException {
        var deadline = System.nanoTime() + LONG.toNanos();
        for (var node : waiting) {
            while (node.keepers().anyMatch(keeper -> keeper.generation() < generation)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(20);
            }
        }
    }

    private void startNode() {
        startNode(apps);
    }

    private ViewsDatabase startNode(View group) {
        var shared = new ViewsDatabase(
                server.database().database(), false, server.database().batches());
        var positions = new Positions(shared, Jackson3Serializer.builder().build(), "node " + nodes.size());
        var node = new ViewProcessors(
                List.of(group),
                shared,
                positions,
                events,
                progress,
                KEPT,
                Clock.systemUTC(),
                new FollowerFailures(new SimpleMeterRegistry()));
        node.start();
        nodes.add(node);
        return shared;
    }

    private boolean shows(ViewProcessors node) {
        return new ReadYourWrites(events, () -> Stream.of(node), progress).await(LONG);
    }

    private void register(String id) {
        var registered =
                new AppRegistered(id, "o1", "webapp", "test", "client-" + id, "first", 7200, false, null, null, null);
        var unit = DefaultUnitOfWork.<GenericDomainEventMessage<?>>startAndGet(null);
        events.publish(
                new GenericDomainEventMessage<>("App", id, 0, registered),
                new GenericDomainEventMessage<>("App", id, 1, new AppRenamed(id, "second")));
        unit.commit();
    }

    private List<String> handled() {
        return batches.stream().flatMap(List::stream).map(Recorded::aggregateId).toList();
    }

    private final class Batches implements Projection {
        @Override
        public boolean concerns(Class<?> eventType) {
            return true;
        }

        @Override
        public void apply(ViewsDatabase views, List<Recorded> events) {
            batches.add(List.copyOf(events));
        }
    }

    private static View ofShape(int shape) {
        return new View("shapes", shape, List.of(new ViewCollection("shapes_v1", List.of())), new Shapes(shape));
    }

    /** Keeps one row per aggregate, with the version of its shape. */
    private record Shapes(int shape) implements Projection {
        @Override
        public boolean concerns(Class<?> eventType) {
            return eventType == AppRegistered.class;
        }

        @Override
        public void apply(ViewsDatabase views, List<Recorded> events) {
            var rows = new RowBatch(views, "shapes_v1");
            rows.load(events.stream().map(Recorded::aggregateId).toList());
            events.forEach(event -> rows.put(new Document("_id", event.aggregateId())
                    .append("shape", shape)
                    .append("sequence", 0L)));
            rows.write();
        }
    }
}
