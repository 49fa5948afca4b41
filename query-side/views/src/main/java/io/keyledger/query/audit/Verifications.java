package io.keyledger.query.audit;

import io.keyledger.kernel.audit.CheckpointSigner;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Verifies logs, one organization's by one thread at a time and few at all: hashing a long log takes a processor for
 * seconds. Remembers how far a log was found unbroken. Thread-safe.
 */
final class Verifications {
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 20;

    private final AuditLog log;
    private final CheckpointSigner signer;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Map<String, State> states = new ConcurrentHashMap<>();

    Verifications(AuditLog log, CheckpointSigner signer) {
        this.log = log;
        this.signer = signer;
    }

    /** The finding about a log as it is now. */
    Finding of(String organizationId) {
        var state = states.computeIfAbsent(organizationId, _ -> new State());
        await(state.lock.tryLock() || waited(() -> state.lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        try {
            await(waited(() -> turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)));
            try {
                return verified(organizationId, state);
            } finally {
                turns.release();
            }
        } finally {
            state.lock.unlock();
        }
    }

    private Finding verified(String organizationId, State state) {
        var checkpoints = log.checkpoints(organizationId);
        var length = log.length(organizationId);
        var earlier = state.known(length, checkpoints);
        var check = new ChainCheck(checkpoints, checkpoint -> signer.check(checkpoint.jws()));
        if (earlier == null) {
            log.read(organizationId, length, check::accept);
        } else {
            log.read(organizationId, earlier.entries() + 1, length, check.after(earlier)::accept);
        }
        var finding = check.finding();
        state.remember(finding, checkpoints);
        return finding;
    }

    private static void await(boolean admitted) {
        if (!admitted) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.TOO_MANY_REQUESTS, "others are verifying; try again in a minute"));
        }
    }

    private static boolean waited(Waiting waiting) {
        try {
            return waiting.succeeds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Waiting {
        boolean succeeds() throws InterruptedException;
    }

    /** What was found about one log; guarded by its lock. */
    private static final class State {
        private final ReentrantLock lock = new ReentrantLock(true);
        private @Nullable Finding last;
        private int compared;

        /** The last finding, if going on from it finds the same as beginning anew. */
        @Nullable
        Finding known(long length, List<Checkpoint> checkpoints) {
            var found = last;
            return found != null && length >= found.entries() && before(found.entries(), checkpoints) == compared
                    ? found
                    : null;
        }

        void remember(Finding finding, List<Checkpoint> checkpoints) {
            last = finding.valid() && finding.entries() > 0 ? finding : null;
            compared = before(finding.entries(), checkpoints);
        }

        /** Stands for the checkpoints before that entry; those at it are compared again. */
        private static int before(long entries, List<Checkpoint> checkpoints) {
            return checkpoints.stream()
                    .filter(checkpoint -> checkpoint.position() < entries)
                    .toList()
                    .hashCode();
        }
    }
}
