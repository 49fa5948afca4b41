package io.keyledger.query.support;

import io.keyledger.kernel.web.Follower;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.SmartLifecycle;

/** All views of this node: brought into shape, then kept up to date until the node stops. */
final class ViewProcessors implements SmartLifecycle, Follower {
    private static final int BATCH = 500;
    private static final int CLAIM_INTERVAL_MILLIS = 1000;

    private final List<ViewGroup> groups;
    private final ViewsDatabase views;
    private final Positions positions;
    private final EventStore events;
    private final ScheduledExecutorService executor;
    private List<ViewProcessor> processors = List.of();
    private volatile boolean running;

    ViewProcessors(
            List<ViewGroup> groups,
            ViewsDatabase views,
            Positions positions,
            EventStore events,
            ScheduledExecutorService executor) {
        this.groups = List.copyOf(groups);
        this.views = views;
        this.positions = positions;
        this.events = events;
        this.executor = executor;
    }

    @Override
    public void start() {
        var schema = new Schema(views, positions);
        var head = events.createHeadToken();
        groups.forEach(group -> schema.prepare(group, head));
        var tokens = positions.store();
        processors = groups.stream().map(group -> processor(group, tokens)).toList();
        processors.forEach(ViewProcessor::start);
        running = true;
    }

    private ViewProcessor processor(ViewGroup group, TokenStore tokens) {
        var processor = PooledStreamingEventProcessor.builder()
                .name(group.name())
                .eventHandlerInvoker(new ViewInvoker(group.projection()))
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(events)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenStore(tokens)
                .transactionManager(views.batches())
                .coordinatorExecutor(executor)
                .workerExecutor(executor)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(Positions.CLAIM.toMillis() / 2)
                .build();
        return new ViewProcessor(group, processor, positions, events);
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public boolean hasReached(TrackingToken head) {
        return running && processors.stream().allMatch(processor -> processor.hasReached(head));
    }

    @Override
    public void stop() {
        running = false;
        processors.forEach(ViewProcessor::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started after all that handles commands; stopped before the event store is. */
    @Override
    public int getPhase() {
        return Phase.INBOUND_EVENT_CONNECTORS;
    }
}
