package io.keyledger.standalone.operation;

import io.keyledger.authorization.directory.Directory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A node that cannot read an event does not know which apps are left: it is not ready, and says which event that is. */
final class DirectoryHealth implements HealthIndicator {
    private final Directory directory;

    DirectoryHealth(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Health health() {
        var event = directory.unreadable();
        return event == null
                ? Health.up().build()
                : Health.down().withDetail("event", event).build();
    }
}
