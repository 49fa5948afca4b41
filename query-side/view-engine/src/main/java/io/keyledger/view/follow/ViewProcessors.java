package io.keyledger.view.follow;

import com.mongodb.MongoException;
import io.keyledger.view.store.Generation;
import io.keyledger.view.store.GenerationStore;
import io.keyledger.view.store.Positions;
import io.keyledger.view.store.SetAside;
import io.keyledger.view.store.SetAsideEvent;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All views of this node: prepared at the start, then kept up to date until the node stops. */
final class ViewProcessors implements SmartLifecycle, Follower {
    private static final Logger log = LoggerFactory.getLogger(ViewProcessors.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final List<View> all;
    private final ViewsDatabase views;
    private final Positions positions;
    private final EventStore events;
    private final Progress progress;
    private final GenerationStore schema;
    private final TokenStore tokens;
    private final FollowerFailures failures;
    private final SetAside setAside;
    private final ViewProcessor.Tools tools;
    private final Rebuild rebuild;
    /** Ends the loop without an interrupt, which would close the file of the embedded views for all threads. */
    private final CountDownLatch stopping = new CountDownLatch(1);

    private String told = "";
    private volatile List<ViewKeeper> keepers = List.of();
    private volatile @Nullable Thread thread;

    ViewProcessors(
            List<View> all,
            ViewsDatabase views,
            Positions positions,
            EventStore events,
            Progress progress,
            Duration keepReplaced,
            Clock clock,
            FollowerFailures failures) {
        this.all = List.copyOf(all);
        this.views = views;
        this.positions = positions;
        this.events = events;
        this.progress = progress;
        this.schema = new GenerationStore(views, positions);
        this.tokens = positions.store();
        this.failures = failures;
        this.setAside = new SetAside(views);
        this.tools = new ViewProcessor.Tools(events, clock, setAside, failures);
        this.rebuild = new Rebuild(schema, tokens, events, progress, keepReplaced);
    }

    @Override
    public void start() {
        var head = events.createHeadToken();
        all.forEach(view -> schema.prepare(view.shape(), head));
        views.routes().follow(all.stream().map(View::shape).toList(), schema, !views.embedded());
        keepers = all.stream().map(this::keeper).toList();
        keepers.forEach(ViewKeeper::look);
        thread = Thread.ofPlatform().name("views-keeper").daemon().start(this::keep);
    }

    private ViewKeeper keeper(View view) {
        return new ViewKeeper(view, views.routes(), rebuild, generation -> processor(view, generation));
    }

    private ViewProcessor processor(View view, Generation generation) {
        var name = generation.position(view.name());
        var position = new ViewPosition(name, tokens, positions, views.embedded());
        return new ViewProcessor(view, name, position, tools, views.of(view.shape(), generation), progress::advanced);
    }

    private void keep() {
        try {
            do {
                look();
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            views.routes().look();
            keepers.forEach(ViewKeeper::look);
            told = "";
        } catch (Throwable e) {
            failures.count("views");
            if (!e.toString().equals(told)) {
                told = e.toString();
                log.warn("The generations of the views cannot be looked after; it is tried again: {}", told);
            }
        }
    }

    /** The events that the view could not show, in the generation that is read: the first ones, so many at most. */
    List<SetAsideEvent> setAside(String view, int most) {
        return setAside.of(positions.generation(view, views), most);
    }

    /** How many those are. */
    long countSetAside(String view) {
        return setAside.count(positions.generation(view, views));
    }

    /** The keepers of all views. */
    Stream<ViewKeeper> keepers() {
        return keepers.stream();
    }

    /** Begins a rebuild of the view, if none is under way; other nodes see it within a second. */
    boolean rebuild(View view) {
        var isBegun = schema.begin(view.shape());
        views.routes().look();
        return isBegun;
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public boolean hasReached(TrackingToken head) {
        try {
            return isRunning() && keepers.stream().allMatch(keeper -> keeper.hasReached(head));
        } catch (MongoException e) {
            return false;
        }
    }

    @Override
    public Map<String, Long> positions() {
        var all = new TreeMap<String, Long>();
        this.all.forEach(view -> all.put(view.name(), -1L));
        keepers.forEach(keeper -> all.put(keeper.view().name(), keeper.position()));
        return all;
    }

    @Override
    public void stop() {
        stopping.countDown();
        var keeping = thread;
        thread = null;
        if (keeping != null) {
            ViewProcessor.join(keeping);
        }
        keepers.forEach(ViewKeeper::stop);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Started after all that handles commands; stopped before the event store is. */
    @Override
    public int getPhase() {
        return Phase.INBOUND_EVENT_CONNECTORS;
    }
}
