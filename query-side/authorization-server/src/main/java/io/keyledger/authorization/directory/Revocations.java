package io.keyledger.authorization.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Tokens that were revoked one by one, kept until they expire or all tokens of their app end. Bounded for each app and
 * each organization, so that none takes the memory of others: the next revocation of a full app ends all its tokens.
 */
final class Revocations {
    /** Some 150 bytes each. */
    static final int MOST_OF_AN_APP = 5_000;

    static final int MOST_OF_AN_ORGANIZATION = 20_000;

    private static final int SWEEP_EVERY = 1024;

    private final Clock clock;
    private final Map<String, OfApp> byApp = new ConcurrentHashMap<>();
    private int sinceSweep;

    Revocations(Clock clock) {
        this.clock = clock;
    }

    boolean contains(String appId, String tokenId) {
        var ofApp = byApp.get(appId);
        return ofApp != null && ofApp.tokens.containsKey(tokenId);
    }

    /** @param generation of the app when the token was issued, or a later one */
    synchronized void add(AppEntry app, String tokenId, Instant expiresAt, long generation) {
        if (clock.instant().isBefore(expiresAt) && generation >= app.generation()) {
            byApp.computeIfAbsent(app.appId(), id -> new OfApp(app.organizationId()))
                    .tokens
                    .put(tokenId, new Revoked(expiresAt, generation));
        }
        if (++sinceSweep >= SWEEP_EVERY) {
            sweep();
        }
    }

    /** Whether the app or its organization has as many as are kept, those that have expired not counted. */
    synchronized boolean isFull(AppEntry app) {
        if (!isOver(app)) {
            return false;
        }
        sweep();
        return isOver(app);
    }

    /** Forgets tokens of earlier generations of the app: they are dead anyway. */
    synchronized void forget(String appId, long before) {
        forget(appId, revoked -> revoked.generation < before);
    }

    private boolean isOver(AppEntry app) {
        var own = byApp.get(app.appId());
        return (own != null && own.tokens.size() >= MOST_OF_AN_APP)
                || byApp.values().stream()
                                .filter(ofApp -> ofApp.organizationId.equals(app.organizationId()))
                                .mapToInt(ofApp -> ofApp.tokens.size())
                                .sum()
                        >= MOST_OF_AN_ORGANIZATION;
    }

    private void sweep() {
        sinceSweep = 0;
        var now = clock.instant();
        byApp.keySet().forEach(app -> forget(app, revoked -> !now.isBefore(revoked.expiresAt)));
    }

    private void forget(String appId, Predicate<Revoked> which) {
        var ofApp = byApp.get(appId);
        if (ofApp != null) {
            ofApp.tokens.values().removeIf(which);
            if (ofApp.tokens.isEmpty()) {
                byApp.remove(appId);
            }
        }
    }

    private record Revoked(Instant expiresAt, long generation) {}

    private static final class OfApp {
        private final String organizationId;
        private final Map<String, Revoked> tokens = new ConcurrentHashMap<>();

        OfApp(String organizationId) {
            this.organizationId = organizationId;
        }
    }
}
