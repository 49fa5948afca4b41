package io.keyledger.query.support;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.web.Follower;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What keeps the views up to date. All processors share one small pool: they mostly wait. */
@Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {
    private static final int THREADS = 6;

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService viewsExecutor() {
        return Executors.newScheduledThreadPool(
                THREADS, Thread.ofVirtual().name("views-", 0).factory());
    }

    /** Inside one process the node needs no name of its own, and gets its views back at once after a crash. */
    @Bean
    Positions viewPositions(ViewsDatabase views, Serializer serializer, ObjectProvider<Randomness> randomness) {
        var random = randomness.getIfAvailable(Randomness::new);
        return new Positions(views, serializer, views.embedded() ? "embedded" : random.id());
    }

    @Bean
    ViewProcessors viewProcessors(
            ObjectProvider<ViewGroup> groups,
            ViewsDatabase views,
            Positions positions,
            EventStore events,
            ScheduledExecutorService viewsExecutor) {
        return new ViewProcessors(groups.orderedStream().toList(), views, positions, events, viewsExecutor);
    }

    @Bean
    WrittenGate writtenGate(EventStore events, ObjectProvider<Follower> followers) {
        return new WrittenGate(events, followers::stream);
    }

    /** Behind the runner that makes the first organization. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    CatchUp catchUp(WrittenGate gate) {
        return new CatchUp(gate);
    }
}
