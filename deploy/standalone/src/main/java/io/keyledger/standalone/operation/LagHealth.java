package io.keyledger.standalone.operation;

import io.keyledger.view.follow.Lags;
import io.keyledger.view.follow.Rebuilds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How far each view and the directory of apps are behind, and the rebuild of a view if one is under way. Neither makes
 * the node down: a late view is outdated, not wrong. One that is behind and has not moved for a minute does, by name.
 */
final class LagHealth implements HealthIndicator {
    private final Lags lags;
    private final Rebuilds rebuilds;

    LagHealth(Lags lags, Rebuilds rebuilds) {
        this.lags = lags;
        this.rebuilds = rebuilds;
    }

    @Override
    public Health health() {
        var details = new LinkedHashMap<String, Map<String, Object>>();
        lags.all().forEach((view, lag) -> details.put(view, details(lag)));
        rebuilds.underWay().forEach((view, rebuild) -> {
            var known = details.get(view);
            if (known != null) {
                known.put("rebuilt", rebuild.done());
            }
        });
        var hanging = lags.all().entrySet().stream()
                .filter(lag -> lag.getValue().hangs())
                .map(Map.Entry::getKey)
                .toList();
        return hanging.isEmpty()
                ? Health.up().withDetails(details).build()
                : Health.down()
                        .withDetails(details)
                        .withDetail("hanging", hanging)
                        .build();
    }

    private static Map<String, Object> details(Lags.Lag lag) {
        var details = new LinkedHashMap<String, Object>();
        details.put("events", lag.events());
        details.put("seconds", lag.age().toMillis() / 1000.0);
        return details;
    }
}
