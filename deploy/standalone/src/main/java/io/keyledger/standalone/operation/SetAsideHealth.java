package io.keyledger.standalone.operation;

import io.keyledger.view.follow.Rebuilds;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How many events each view could not show, of those views that have such events. The node stays up: all views go on
 * without them, and a rebuild tries them again.
 */
final class SetAsideHealth implements HealthIndicator {
    private final Rebuilds rebuilds;

    SetAsideHealth(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Override
    public Health health() {
        return Health.up().withDetails(rebuilds.setAside()).build();
    }
}
