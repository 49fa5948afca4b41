package io.keyledger.authorization.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.view.follow.FollowerFailures;
import io.keyledger.view.follow.Progress;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.store.Positions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DirectoryFollowerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    @Timeout(60)
    void endsItsStartWhenItIsStoppedWhileTheStoreIsAway() throws Exception {
        try (var views = TestViews.embedded(directory, TestViews.eventStore())) {
            var follower = follower(views);
            var start = CompletableFuture.supplyAsync(() -> catchThrowable(follower::start));
            while (!follower.isRunning()) {
                Thread.sleep(Duration.ofMillis(10));
            }
            Thread.sleep(Duration.ofMillis(200));
            assertThat(start).isNotDone();

            follower.stop();

            assertThat(start.get(20, TimeUnit.SECONDS)).hasMessageContaining("the start was ended");
        }
    }

    private static DirectoryFollower follower(TestViews views) {
        var clock = Clock.systemUTC();
        return new DirectoryFollower(
                new Directory(clock, Kinds.shipped()),
                new DirectoryView(JsonMapper.builder().build(), clock),
                views.database(),
                new Positions(views.database(), Jackson3Serializer.builder().build(), "node"),
                storeThatIsAway(),
                new Progress(),
                new FollowerFailures(new SimpleMeterRegistry()));
    }

    /** Has events, and lets nobody read them. */
    private static EventStore storeThatIsAway() {
        return (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createHeadToken")) {
                        return new GlobalSequenceTrackingToken(7);
                    }
                    throw new IllegalStateException("the store is away");
                });
    }
}
