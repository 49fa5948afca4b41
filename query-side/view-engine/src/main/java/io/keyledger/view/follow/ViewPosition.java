package io.keyledger.view.follow;

import com.mongodb.MongoException;
import io.keyledger.view.store.Positions;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * How far a view has come: known from memory on the node that holds the claim, looked up by the others. It is stored
 * after the rows, with embedded views only when the stored one is old or there are no events; after a crash the events
 * since then come a second time.
 */
final class ViewPosition {
    static final int SEGMENT = 0;
    private static final Duration OLD = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final String view;
    private final TokenStore tokens;
    private final Positions positions;
    private final boolean alone;

    private volatile boolean claimed;
    private volatile @Nullable TrackingToken at;
    private volatile long lookedAt = System.nanoTime() - LOOK.toNanos();
    private @Nullable TrackingToken stored;
    private long storedAt;

    /** @param alone whether no other node reads the stored position */
    ViewPosition(String view, TokenStore tokens, Positions positions, boolean alone) {
        this.view = view;
        this.tokens = tokens;
        this.positions = positions;
        this.alone = alone;
    }

    /**
     * Claims the view for this node.
     *
     * @param first the position of a view that has none yet
     * @throws UnableToClaimTokenException when another node holds the claim
     */
    @Nullable
    TrackingToken claim(Supplier<@Nullable TrackingToken> first) {
        if (tokens.fetchSegments(view).length == 0) {
            tokens.initializeTokenSegments(view, 1, first.get());
        }
        stored = tokens.fetchToken(view, SEGMENT);
        storedAt = System.nanoTime();
        claimedAt(stored);
        return stored;
    }

    private synchronized void claimedAt(@Nullable TrackingToken token) {
        at = token;
        claimed = true;
    }

    /** To be called when the rows show all events up to the token. */
    void moveTo(TrackingToken token) {
        if (!alone || isOld(storedAt, OLD)) {
            store(token);
        }
        at = token;
    }

    /** To be called regularly while there are no events: stores the position or extends the claim. */
    void keep() {
        var token = at;
        if (token != null && !token.equals(stored)) {
            store(token);
        } else if (isOld(storedAt, Positions.CLAIM.dividedBy(2))) {
            tokens.extendClaim(view, SEGMENT);
            storedAt = System.nanoTime();
        }
    }

    /** @throws UnableToClaimTokenException when another node has taken the view meanwhile */
    void extend() {
        tokens.extendClaim(view, SEGMENT);
    }

    /** Stores the position and releases the claim, so that another node may take the view. */
    void leave() {
        if (claimed) {
            keep();
            claimed = false;
            tokens.releaseClaim(view, SEGMENT);
        }
    }

    /** Whether this node holds the claim. */
    boolean isHere() {
        return claimed;
    }

    /** Another node holds the claim. */
    void lose() {
        claimed = false;
    }

    boolean hasReached(TrackingToken head) {
        var token = current();
        return token != null && token.covers(head);
    }

    long number() {
        var token = current();
        return token == null ? -1 : token.position().orElse(-1);
    }

    private @Nullable TrackingToken current() {
        if (!claimed && isOld(lookedAt, LOOK)) {
            look();
        }
        return at;
    }

    private void look() {
        lookedAt = System.nanoTime();
        try {
            seen(positions.of(view));
        } catch (MongoException e) {
            seen(null);
        }
    }

    /** A position read from the database while this node was claiming the view is older than the one in memory. */
    private synchronized void seen(@Nullable TrackingToken token) {
        if (!claimed) {
            at = token;
        }
    }

    private void store(TrackingToken token) {
        tokens.storeToken(Objects.requireNonNull(token), view, SEGMENT);
        stored = token;
        storedAt = System.nanoTime();
    }

    private static boolean isOld(long since, Duration age) {
        return System.nanoTime() - since >= age.toNanos();
    }
}
