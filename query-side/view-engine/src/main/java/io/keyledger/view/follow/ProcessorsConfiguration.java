package io.keyledger.view.follow;

import io.keyledger.kernel.Randomness;
import io.keyledger.view.store.Positions;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.store.ViewsSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The beans that keep the views up to date. */
@Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {
    private static final int THREADS = 2;

    /** Runs periodic tasks: measuring lags, deferred writes, saving the embedded views. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService viewsExecutor(FollowerFailures failures) {
        return new GuardedTimer(THREADS, failures);
    }

    @Bean
    Progress viewsProgress() {
        return new Progress();
    }

    /**
     * With embedded views the name of the node is fixed: after a crash its own claims are valid at once. Else it is
     * random.
     */
    @Bean
    Positions viewPositions(ViewsDatabase views, Serializer serializer, ObjectProvider<Randomness> randomness) {
        var random = randomness.getIfAvailable(Randomness::new);
        return new Positions(views, serializer, views.embedded() ? "embedded" : random.id());
    }

    @Bean
    ViewProcessors viewProcessors(
            ObjectProvider<View> all,
            ViewsDatabase views,
            Positions positions,
            EventStore events,
            ObjectProvider<MeterRegistry> meters,
            Progress progress,
            ViewsSettings settings,
            Clock clock,
            FollowerFailures failures) {
        var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        var timed = all.orderedStream()
                .map(view -> TimedProjection.timed(view, registry))
                .toList();
        return new ViewProcessors(timed, views, positions, events, progress, settings.keepReplaced(), clock, failures);
    }

    @Bean
    FollowerFailures followerFailures(ObjectProvider<MeterRegistry> meters) {
        return new FollowerFailures(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Rebuilds rebuilds(ViewProcessors viewProcessors, EventStore events) {
        return new Rebuilds(viewProcessors, events);
    }

    @Bean
    ReadYourWrites readYourWrites(EventStore events, ObjectProvider<Follower> followers, Progress progress) {
        return new ReadYourWrites(events, followers::stream, progress);
    }

    @Bean
    Lags lags(
            EventStore events,
            ObjectProvider<Follower> followers,
            @Qualifier("viewsExecutor") ScheduledExecutorService timer) {
        return new Lags(events, followers::stream, timer);
    }

    /** Ordered last, after the runner that makes the first organization. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ViewsReadyRunner catchUp(ReadYourWrites written) {
        return new ViewsReadyRunner(written);
    }
}
