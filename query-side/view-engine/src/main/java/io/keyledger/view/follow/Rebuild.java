package io.keyledger.view.follow;

import io.keyledger.view.store.Generation;
import io.keyledger.view.store.Generation.State;
import io.keyledger.view.store.GenerationStore;
import io.keyledger.view.store.Generations;
import java.time.Duration;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a rebuild. The new generation is filled beside the one that is read; when it has caught up it is joined:
 * from then on every node waits for both before it answers a write. When all nodes know that, and the new one shows
 * what was written before, reads are switched to it. So no read misses a write that was answered.
 */
final class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final GenerationStore schema;
    private final TokenStore tokens;
    private final EventStore events;
    private final Progress progress;
    private final Duration keepReplaced;

    /** @param keepReplaced how long a replaced generation is kept for reads that began before */
    Rebuild(GenerationStore schema, TokenStore tokens, EventStore events, Progress progress, Duration keepReplaced) {
        this.schema = schema;
        this.tokens = tokens;
        this.events = events;
        this.progress = progress;
        this.keepReplaced = keepReplaced;
    }

    /** Takes the next step if its conditions hold and this node is the one that fills the generation. */
    void advance(View view, Generation coming, ViewProcessor processor, FirstSeen seen) {
        if (!processor.isHere()) {
            return;
        }
        var number = coming.number();
        if (coming.state() == State.FILLED && hasCaughtUp(processor)) {
            schema.change(view.name(), all -> all.joined(number));
        } else if (coming.state() == State.JOINED
                && seen.isLonger(coming, ViewKeeper.KNOWN)
                && hasCaughtUp(processor)
                && schema.change(view.name(), all -> all.switched(number))) {
            log.info("View {} is rebuilt: generation {} is read from now on", view.name(), number);
        }
    }

    private boolean hasCaughtUp(ViewProcessor processor) {
        var head = events.createHeadToken();
        return head == null || progress.await(() -> processor.hasReached(head), PATIENCE);
    }

    /**
     * Drops generations that were replaced or abandoned long enough ago and that no node follows, of this release or
     * another.
     */
    void tidy(View view, Generations all, Set<Integer> followed, FirstSeen seen) {
        for (var one : all.all()) {
            if (one.state().isGoing()
                    && !followed.contains(one.number())
                    && seen.isLonger(one, keepReplaced)
                    && isLeft(one.position(view.name()))) {
                schema.drop(view.name(), one);
            }
        }
    }

    private boolean isLeft(String position) {
        try {
            if (tokens.fetchSegments(position).length > 0) {
                tokens.fetchToken(position, ViewPosition.SEGMENT);
            }
            return true;
        } catch (UnableToClaimTokenException e) {
            return false;
        }
    }
}
