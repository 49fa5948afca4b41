package io.keyledger.view.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.GenerationStore;
import io.keyledger.view.store.Positions;
import io.keyledger.view.store.Routes;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionsTest {
    private static final View SHAPES =
            new View("shapes", 1, List.of(new ViewCollection("shapes_v1", List.of())), new Blind());

    /** Follower threads ask after each event, and a database that is down must not delay them. */
    @Test
    void nameTheGenerationAsItWasLastSeenWhenTheDatabaseIsAway(@TempDir Path directory) throws InterruptedException {
        Positions positions;
        ViewsDatabase views;
        String seen;
        try (var database = TestViews.embedded(directory, TestViews.eventStore())) {
            views = database.database();
            positions = new Positions(views, Jackson3Serializer.builder().build(), "node");
            var schema = new GenerationStore(views, positions);
            schema.prepare(SHAPES.shape(), null);
            views.routes().follow(List.of(SHAPES.shape()), schema, true);
            seen = positions.generation("shapes", views);
        }

        Thread.sleep(Routes.LEASE.plusMillis(10));
        assertThat(positions.generation("shapes", views)).isEqualTo(seen);
    }

    private static final class Blind implements Projection {
        @Override
        public boolean concerns(Class<?> eventType) {
            return false;
        }

        @Override
        public void apply(ViewsDatabase views, List<Recorded> events) {
            throw new UnsupportedOperationException();
        }
    }
}
