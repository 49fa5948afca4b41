package io.keyledger.authorization.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Revoked tokens, kept until they expire. */
final class Revocations {
    private static final int SWEEP_EVERY = 1024;

    private final Clock clock;
    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private int sinceSweep;

    Revocations(Clock clock) {
        this.clock = clock;
    }

    boolean contains(String tokenId) {
        return ended.containsKey(tokenId);
    }

    synchronized void add(String tokenId, Instant expiresAt) {
        var now = clock.instant();
        if (now.isBefore(expiresAt)) {
            ended.put(tokenId, expiresAt);
        }
        if (++sinceSweep >= SWEEP_EVERY) {
            sinceSweep = 0;
            ended.values().removeIf(end -> !now.isBefore(end));
        }
    }
}
