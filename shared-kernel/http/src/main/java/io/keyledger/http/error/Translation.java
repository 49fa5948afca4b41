package io.keyledger.http.error;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;

/** Translates exceptions into refusals, wherever in a request they were thrown. */
public final class Translation {
    /** Wrappers nest a few levels deep; a cycle of causes must not loop for ever. */
    private static final int MAX_CAUSES = 10;

    private Translation() {}

    /** Whether it failed because a store cannot be used just now: the same request may succeed later. */
    public static boolean isStoreAway(Throwable failure) {
        return refusals(failure).getFirst().code() == ErrorCode.UNAVAILABLE;
    }

    /** At least one refusal; {@link ErrorCode#INTERNAL_SERVER_ERROR} for an unexpected exception. */
    static List<Refusal> refusals(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            var known = known(cause);
            if (!known.isEmpty()) {
                return known;
            }
            cause = cause.getCause();
        }
        return one(ErrorCode.INTERNAL_SERVER_ERROR, "the service failed; its log has more under the request id");
    }

    private static List<Refusal> known(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.refusals();
            case CommandExecutionException remote -> carried(remote.getDetails().orElse(null));
            case AggregateNotFoundException _ -> one(ErrorCode.RECORD_NOT_FOUND, "there is no such record");
            case ConflictingModificationException _ ->
                List.of(new Refusal(
                        ErrorCode.STALE_VERSION,
                        "the record has changed since that version",
                        Source.header("If-Match"),
                        null,
                        Map.of()));
            case ConcurrencyException _ -> one(ErrorCode.CONFLICT, "somebody else changed it at the same time");
            case TimeoutException _ -> one(ErrorCode.UNAVAILABLE, "the service took too long");
            default ->
                failure instanceof Exception e && StoreFaults.isStoreFault(e)
                        ? one(ErrorCode.UNAVAILABLE, "a store cannot be used just now")
                        : WebFaults.known(failure);
        };
    }

    /**
     * Axon's buses between nodes, none of which is used here, carry the details of a failed command, not its exception.
     */
    private static List<Refusal> carried(@Nullable Object details) {
        return switch (details) {
            case Refusal refusal -> List.of(refusal);
            case Collection<?> several ->
                several.stream()
                        .filter(Refusal.class::isInstance)
                        .map(Refusal.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    static List<Refusal> one(ErrorCode code, String detail) {
        return List.of(new Refusal(code, detail));
    }
}
