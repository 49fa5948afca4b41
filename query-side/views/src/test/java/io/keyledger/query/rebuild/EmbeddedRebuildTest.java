package io.keyledger.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.view.follow.Rebuilds.Outcome;
import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

class EmbeddedRebuildTest extends RebuildContract {
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
        assertThat(database().rebuilds().begin("apps")).isEqualTo(Outcome.BEGUN);
        assertThat(database().rebuilds().begin("audit")).isEqualTo(Outcome.BEGUN);
        while (Objects.requireNonNull(view("apps").rebuild()).position() < 0) {
            Thread.sleep(5);
        }
        restart();
        assertThat(database().rebuilds().underWay()).containsKeys("apps", "audit");
        awaitRebuilt("apps", 2);
        awaitRebuilt("audit", 2);
        assertSameAsFresh();
    }
}
