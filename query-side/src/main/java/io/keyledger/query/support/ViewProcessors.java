package io.keyledger.query.support;

import io.keyledger.kernel.web.Follower;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.SmartLifecycle;

/** All views of this node: brought into shape, then kept up to date until the node stops. */
final class ViewProcessors implements SmartLifecycle, Follower {
    private final List<ViewGroup> groups;
    private final ViewsDatabase views;
    private final Positions positions;
    private final EventStore events;
    private final Progress progress;
    private volatile List<ViewProcessor> processors = List.of();
    private volatile boolean running;

    ViewProcessors(
            List<ViewGroup> groups, ViewsDatabase views, Positions positions, EventStore events, Progress progress) {
        this.groups = List.copyOf(groups);
        this.views = views;
        this.positions = positions;
        this.events = events;
        this.progress = progress;
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
        var position = new ViewPosition(group.name(), tokens, positions, views.embedded());
        return new ViewProcessor(group, position, events, views.batches(), progress::advanced);
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
    public Map<String, Long> positions() {
        var all = new TreeMap<String, Long>();
        groups.forEach(group -> all.put(group.name(), -1L));
        processors.forEach(processor -> all.put(processor.name(), processor.position()));
        return all;
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
