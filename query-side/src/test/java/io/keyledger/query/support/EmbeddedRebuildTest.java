package io.keyledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.support.Rebuilds.Outcome;
import java.nio.file.Path;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

class EmbeddedRebuildTest extends RebuildContract {
    @Override
    TestViews open(Path directory, EventStore events) {
        return TestViews.embedded(directory, events);
    }

    @Test
    void goesOnAfterARestart() throws InterruptedException {
        assertThat(database().awaitWritten()).isTrue();
        assertThat(database().rebuilds().begin("apps")).isEqualTo(Outcome.BEGUN);
        assertThat(database().rebuilds().begin("versions")).isEqualTo(Outcome.BEGUN);
        while (Objects.requireNonNull(view("apps").rebuild()).position() < 0) {
            Thread.sleep(5);
        }
        restart();
        assertThat(database().rebuilds().underWay()).containsKeys("apps", "versions");
        awaitRebuilt("apps", 2);
        awaitRebuilt("versions", 2);
        assertSameAsFresh();
    }
}
