package io.keyledger.authorization.key;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the keys of the key file: the successor is published ahead of its first signature, and a key stays published
 * until the longest token it signed has expired.
 */
final class KeyRotation {
    /** The longest token lifetime, 31536000 s. Source: CONTRACT A2, expires_in. */
    private static final Duration LONGEST_TOKEN = Duration.ofDays(365);

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final KeyFile file;
    private final KeyMaker maker;
    private final KeySettings settings;
    private final Clock clock;

    KeyRotation(KeyFile file, KeyMaker maker, KeySettings settings, Clock clock) {
        this.file = file;
        this.maker = maker;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The keys of the file, after making those that are missing or due and dropping those that are not needed any more.
     */
    KeyRing renewed() {
        var stored = file.read();
        var now = clock.instant();
        var ring = stored;
        for (var algorithm : settings.algorithms()) {
            ring = renewed(ring, algorithm, now);
        }
        ring = ring.withoutDead(now, LONGEST_TOKEN);
        if (!ring.equals(stored)) {
            file.write(ring);
        }
        return ring;
    }

    private KeyRing renewed(KeyRing ring, JWSAlgorithm algorithm, Instant now) {
        if (ring.signing(algorithm, now).isEmpty()) {
            return ring.with(maker.make(algorithm, now));
        }
        var then = now.plus(settings.publishAhead());
        if (settings.rotateAfter().isZero() || !ring.isDue(algorithm, then, settings.rotateAfter())) {
            return ring;
        }
        LOG.info("The next {} key is published now and signs from {} on.", algorithm, then);
        return ring.with(maker.make(algorithm, then));
    }
}
