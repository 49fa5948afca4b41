package io.keyledger.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.keyledger.view.follow.Rebuilds.Outcome;
import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

class EmbeddedRebuildTest extends RebuildContract {
    private static final int MOST_TRIES = 20;

    @Override
    TestViews open(Path directory, EventStore events) {
        return TestViews.embedded(directory, events);
    }

    @Test
    void leavesNothingInTheFileOfWhatItReplaced() throws InterruptedException {
        rebuildAll();
        awaitDropped("apps_v1");
        database().close();
        try (var file = MVStore.open(directory.resolve("views/views.mv").toString())) {
            assertThat(file.getMapNames()).anyMatch(name -> name.contains("apps_v1_g2"));
            assertThat(file.getMapNames()).noneMatch(name -> name.contains("apps_v1.") || name.endsWith("apps_v1"));
        }
        restart();
    }

    @Test
    void goesOnAfterARestart() throws InterruptedException {
        assertThat(database().awaitWritten()).isTrue();
        var generation = 1;
        do {
            generation++;
            assertThat(database().rebuilds().begin("apps")).isEqualTo(Outcome.BEGUN);
            assertThat(database().rebuilds().begin("audit")).isEqualTo(Outcome.BEGUN);
            awaitBegun();
            restart();
            // on a busy machine both may be whole before they are interrupted
            var isInterrupted = database().rebuilds().underWay().keySet().containsAll(List.of("apps", "audit"));
            awaitRebuilt("apps", generation);
            awaitRebuilt("audit", generation);
            if (isInterrupted) {
                assertSameAsFresh();
                return;
            }
        } while (generation < MOST_TRIES);
        fail("no rebuild was interrupted");
    }

    private void awaitBegun() throws InterruptedException {
        var rebuild = view("apps").rebuild();
        while (rebuild != null && rebuild.position() < 0) {
            Thread.sleep(1);
            rebuild = view("apps").rebuild();
        }
    }
}
