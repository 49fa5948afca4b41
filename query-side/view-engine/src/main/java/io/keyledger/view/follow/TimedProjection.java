package io.keyledger.view.follow;

import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.SetAsideEvent;
import io.keyledger.view.store.ViewsDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Measures how long a view takes for its batches. */
record TimedProjection(Projection projection, Timer timer) implements Projection {
    static View timed(View view, MeterRegistry registry) {
        var timer = Timer.builder("keyledger.view.batches")
                .description("Batches of events taken into the view")
                .tag("view", view.name())
                .register(registry);
        return new View(view.shape(), new TimedProjection(view.projection(), timer));
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return projection.concerns(eventType);
    }

    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        timer.record(() -> projection.apply(views, events));
    }

    @Override
    public void mark(ViewsDatabase views, SetAsideEvent event, MetaData metaData, @Nullable Instant at) {
        projection.mark(views, event, metaData, at);
    }
}
