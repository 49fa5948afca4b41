package io.keyledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views in a database that two nodes share. */
class TwoNodesTest {
    private static final Duration LONG = Duration.ofSeconds(20);

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

    private void startNode() {
        var shared = new ViewsDatabase(
                server.database().database(), false, server.database().batches());
        var positions = new Positions(shared, Jackson3Serializer.builder().build(), "node " + nodes.size());
        var group = new ViewGroup("apps", 1, List.of(), new Batches());
        var node = new ViewProcessors(List.of(group), shared, positions, events, progress);
        node.start();
        nodes.add(node);
    }

    private boolean shows(ViewProcessors node) {
        return new WrittenGate(events, () -> Stream.of(node), progress).await(LONG);
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
        public void apply(List<Recorded> events) {
            batches.add(List.copyOf(events));
        }
    }
}
