package io.keyledger.standalone.operation;

import io.keyledger.authorization.key.SigningKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A node that has no key for the tokens of both profiles is not ready, and says for which algorithm. */
final class SigningHealth implements HealthIndicator {
    private final SigningKeys keys;

    SigningHealth(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Health health() {
        var missing = keys.missing();
        return missing.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("no_key_for", missing).build();
    }
}
