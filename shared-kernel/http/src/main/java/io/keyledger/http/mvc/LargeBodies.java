package io.keyledger.http.mvc;

import io.keyledger.http.share.TenantShare;
import io.keyledger.http.share.TenantShare.Turn;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Large bodies are read into memory whole, where their documents take several times their length: a few are read and
 * answered at once, of one tenant and in all; further ones wait for their turn with what is read of them. Thread-safe.
 */
final class LargeBodies {
    /** Bytes up to which a body is not large. */
    static final int LARGE = 16 * 1024;

    private static final int OF_ONE = 4;
    private static final int IN_ALL = 16;
    private static final String ALL = "all";

    private final TenantShare ofEach = TenantShare.of(OF_ONE);
    private final TenantShare inAll = TenantShare.of(IN_ALL);

    /**
     * Waits for a turn.
     *
     * @throws InvalidValue {@link ErrorCode#TOO_MANY_REQUESTS} when too many are waiting, or it waited in vain
     */
    Turn take(String tenant) {
        try {
            var own = turn(ofEach.take(tenant));
            try {
                var common = turn(inAll.take(ALL));
                return () -> {
                    common.close();
                    own.close();
                };
            } catch (InvalidValue | InterruptedException e) {
                own.close();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidValue(new Refusal(ErrorCode.UNAVAILABLE, "this node is stopping"));
        }
    }

    private static Turn turn(@Nullable Turn given) {
        if (given == null) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "too many bodies of more than " + LARGE + " bytes at the same time; try again later"));
        }
        return given;
    }
}
