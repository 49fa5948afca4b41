package io.keyledger.command.bus;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.Refused;
import io.keyledger.kernel.problem.RuleViolation;
import java.sql.SQLException;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Translates exceptions of Axon and the databases into refusals. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The exception to throw instead: a refusal where the failure is an expected one. */
    static RuntimeException translated(@Nullable Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused;
            case ConflictingModificationException e ->
                refusal(ErrorCode.STALE_VERSION, "the resource has changed since it was read");
            case AggregateNotFoundException e -> refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such resource");
            case AggregateStreamCreationException e -> refusal(ErrorCode.CONFLICT, "it exists already");
            case ConcurrencyException e -> refusal(ErrorCode.CONFLICT, "others changed it at the same time");
            case EventStoreException e -> unavailable(e);
            case JdbcException e -> unavailable(e);
            case DataAccessException e -> unavailable(e);
            case RuntimeException e when e.getCause() instanceof SQLException -> unavailable(e);
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null -> new IllegalStateException("a command failed without a reason");
            default -> new IllegalStateException(failure);
        };
    }

    private static RuleViolation unavailable(RuntimeException failure) {
        log.error("The event store fails: {}", failure.getMessage(), failure);
        return refusal(ErrorCode.UNAVAILABLE, "the event store cannot be reached");
    }

    private static RuleViolation refusal(ErrorCode code, String detail) {
        return new RuleViolation(new Refusal(code, detail));
    }
}
