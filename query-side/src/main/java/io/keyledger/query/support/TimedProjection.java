package io.keyledger.query.support;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** Tells how long a view takes for its batches. */
record TimedProjection(Projection projection, Timer timer) implements Projection {
    static ViewGroup timed(ViewGroup group, MeterRegistry registry) {
        var timer = Timer.builder("keyledger.view.batches")
                .description("Batches of events taken into the view")
                .tag("view", group.name())
                .register(registry);
        return new ViewGroup(
                group.name(), group.version(), group.collections(), new TimedProjection(group.projection(), timer));
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return projection.concerns(eventType);
    }

    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        timer.record(() -> projection.apply(views, events));
    }
}
