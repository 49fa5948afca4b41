package io.keyledger.command.eventstore;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.problem.Refused;
import io.keyledger.kernel.published.EventWords;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;

/** Counts commands by name and outcome, and the events that came of them by type: as many series as there are classes. */
public final class LedgerMeters implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final MeterRegistry registry;

    public LedgerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A command that lost races counts once for each attempt. */
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var name = unitOfWork.getMessage().getPayloadType().getSimpleName();
        unitOfWork.afterCommit(u -> count(name, "done"));
        unitOfWork.onRollback(u -> count(name, outcome(u.getExecutionResult())));
        return chain.proceed();
    }

    /**
     * To be called by the event store with the events it is about to commit, each once; counts them when the outermost
     * unit of work has committed.
     */
    void appending(List<? extends EventMessage<?>> events) {
        var all = List.copyOf(events);
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(u -> appended(all));
        } else {
            appended(all);
        }
    }

    private void appended(List<? extends EventMessage<?>> events) {
        events.forEach(event -> registry.counter("keyledger.events.appended", "type", word(event.getPayload()))
                .increment());
    }

    private static String word(Object event) {
        return event instanceof DomainEvent published && EventWords.all().containsKey(published.getClass())
                ? EventWords.of(published)
                : event.getClass().getSimpleName();
    }

    private void count(String command, String outcome) {
        registry.counter("keyledger.commands", "command", command, "outcome", outcome)
                .increment();
    }

    private static String outcome(@Nullable ExecutionResult result) {
        return switch (result == null || !result.isExceptionResult() ? null : result.getExceptionResult()) {
            case Refused refused -> refused.refusals().getFirst().code().name().toLowerCase(Locale.ROOT);
            case AggregateNotFoundException _ -> "record_not_found";
            case ConflictingModificationException _ -> "stale_version";
            case ConcurrencyException _ -> "conflict";
            case null, default -> "fault";
        };
    }
}
