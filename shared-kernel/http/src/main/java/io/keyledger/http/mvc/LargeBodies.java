package io.keyledger.http.mvc;

import io.keyledger.http.share.TenantShare;
import io.keyledger.http.share.TenantShare.Turn;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Large bodies are read into memory whole, where their documents take several times their length. So of one tenant there
 * is one at a time, and one more while there are fewer than 16 such in all: of another tenant nobody waits for them.
 * Thread-safe.
 */
final class LargeBodies {
    /** Bytes up to which a body is not large. */
    static final int LARGE = 4 * 1024;

    private static final int MORE_IN_ALL = 16;

    private final TenantShare ofEach = TenantShare.of(1);
    private final TenantShare moreOfEach = TenantShare.withoutWaiting(1);
    private final Semaphore more = new Semaphore(MORE_IN_ALL);

    /**
     * Waits for a turn.
     *
     * @throws InvalidValue {@link ErrorCode#TOO_MANY_REQUESTS} when too many of the tenant are waiting, or it waited in vain
     */
    Turn take(String tenant) {
        try {
            var further = further(tenant);
            var turn = further == null ? ofEach.take(tenant) : further;
            if (turn == null) {
                throw new InvalidValue(new Refusal(
                        ErrorCode.TOO_MANY_REQUESTS,
                        "too many bodies of more than " + LARGE + " bytes at the same time; try again later"));
            }
            return turn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidValue(new Refusal(ErrorCode.UNAVAILABLE, "this node is stopping"));
        }
    }

    /** A turn that takes nobody's own one, if there is one now. */
    private @Nullable Turn further(String tenant) throws InterruptedException {
        var own = moreOfEach.take(tenant);
        if (own == null) {
            return null;
        }
        if (!more.tryAcquire()) {
            own.close();
            return null;
        }
        return () -> {
            more.release();
            own.close();
        };
    }
}
