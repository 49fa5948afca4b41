package io.keyledger.standalone.operation;

import io.keyledger.view.follow.Lags;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** {@code keyledger.view.lag.events} and {@code keyledger.view.lag}, in seconds, by view. */
final class LagMeters implements MeterBinder {
    private final Lags lags;

    LagMeters(Lags lags) {
        this.lags = lags;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        lags.names().forEach(view -> bind(view, registry));
    }

    private void bind(String view, MeterRegistry registry) {
        Gauge.builder("keyledger.view.lag.events", lags, all -> all.of(view).events())
                .description("Events that the view does not show yet")
                .tag("view", view)
                .register(registry);
        Gauge.builder("keyledger.view.lag", lags, all -> all.of(view).age().toMillis() / 1000.0)
                .description("How long the oldest of them has been waiting")
                .baseUnit("seconds")
                .tag("view", view)
                .register(registry);
        Gauge.builder("keyledger.view.hanging", lags, all -> all.of(view).hangs() ? 1 : 0)
                .description("1 while the view is behind and has not moved for a minute")
                .tag("view", view)
                .register(registry);
    }
}
