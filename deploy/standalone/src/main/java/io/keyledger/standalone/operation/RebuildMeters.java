package io.keyledger.standalone.operation;

import io.keyledger.view.follow.Rebuilds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@code keyledger.view.rebuilt}: the fraction of a view's rebuild that is done, by view; unknown when none is under
 * way. {@code keyledger.view.set.aside.events}: the events it could not show.
 */
final class RebuildMeters implements MeterBinder {
    private final Rebuilds rebuilds;

    RebuildMeters(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        rebuilds.names().forEach(view -> bind(view, registry));
    }

    private void bind(String view, MeterRegistry registry) {
        Gauge.builder(
                        "keyledger.view.set.aside.events",
                        rebuilds,
                        all -> all.setAside().getOrDefault(view, 0L))
                .description("Events that the view could not show and goes on without")
                .tag("view", view)
                .register(registry);
        Gauge.builder("keyledger.view.rebuilt", rebuilds, all -> done(all, view))
                .description("The part of the rebuild under way that is done, from 0 to 1")
                .tag("view", view)
                .register(registry);
    }

    private static double done(Rebuilds rebuilds, String view) {
        var rebuild = rebuilds.underWay().get(view);
        return rebuild == null ? Double.NaN : rebuild.done();
    }
}
