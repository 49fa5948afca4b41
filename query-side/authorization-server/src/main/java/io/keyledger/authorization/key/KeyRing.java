package io.keyledger.authorization.key;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of signing keys. A key signs from its {@code nbf} on until that of the next one of its algorithm, and stays
 * published until the longest token it can have signed has expired.
 */
record KeyRing(List<JWK> keys) {
    private static final Comparator<JWK> BY_START = Comparator.comparing(KeyRing::start);

    KeyRing {
        keys = List.copyOf(keys);
    }

    static KeyRing of(JWKSet set) {
        return new KeyRing(set.getKeys());
    }

    /**
     * The key that signs by the algorithm at that instant: the newest that has begun. When none has, because the clock
     * was set back, the one that begins first: it is the one that has signed, and verifiers know it.
     */
    Optional<JWK> signing(JWSAlgorithm algorithm, Instant now) {
        JWK newest = null;
        for (var key : keys) { // a loop: a stream here costs half as much as the signature
            if (algorithm.equals(key.getAlgorithm())
                    && !start(key).isAfter(now)
                    && (newest == null || BY_START.compare(key, newest) >= 0)) {
                newest = key;
            }
        }
        return newest == null ? of(algorithm).min(BY_START) : Optional.of(newest);
    }

    /** The key of that id, whether it signs now, later or no more. */
    @Nullable
    JWK find(@Nullable String keyId) {
        return keys.stream()
                .filter(key -> key.getKeyID().equals(keyId))
                .findFirst()
                .orElse(null);
    }

    /** Whether the newest key of the algorithm will have signed long enough by then. */
    boolean isDue(JWSAlgorithm algorithm, Instant then, Duration rotateAfter) {
        return of(algorithm)
                .max(BY_START)
                .map(key -> !start(key).plus(rotateAfter).isAfter(then))
                .orElse(true);
    }

    KeyRing with(JWK key) {
        return new KeyRing(Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    /** Without the keys whose successors have signed for longer than any token lives. */
    KeyRing withoutDead(Instant now, Duration longestToken) {
        return new KeyRing(keys.stream()
                .filter(key -> successors(key)
                        .noneMatch(next -> start(next).plus(longestToken).isBefore(now)))
                .toList());
    }

    private Stream<JWK> successors(JWK key) {
        return keys.stream()
                .filter(other -> other.getAlgorithm().equals(key.getAlgorithm()))
                .filter(other -> start(other).isAfter(start(key)));
    }

    private Stream<JWK> of(JWSAlgorithm algorithm) {
        return keys.stream().filter(key -> algorithm.equals(key.getAlgorithm()));
    }

    private static Instant start(JWK key) {
        return Optional.ofNullable(key.getNotBeforeTime()).map(Date::toInstant).orElse(Instant.EPOCH);
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.stream().map(JWK::getKeyID).toList();
    }
}
