package io.keyledger.standalone.operation;

import io.keyledger.query.support.Lags;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far each view is behind. A view that is late is no reason to be down: it shows less, and what it shows is true. */
final class LagHealth implements HealthIndicator {
    private final Lags lags;

    LagHealth(Lags lags) {
        this.lags = lags;
    }

    @Override
    public Health health() {
        var health = Health.up();
        lags.all()
                .forEach((view, lag) -> health.withDetail(
                        view,
                        Map.of("events", lag.events(), "seconds", lag.age().toMillis() / 1000.0)));
        return health.build();
    }
}
