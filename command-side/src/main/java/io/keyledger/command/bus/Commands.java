package io.keyledger.command.bus;

import io.keyledger.command.actor.ActorInterceptor;
import io.keyledger.command.actor.Actors;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.http.trace.LogContext;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.Refused;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands and waits for their outcome. Every expected failure is a {@link Refused}: what the aggregate refuses;
 * {@link ErrorCode#RECORD_NOT_FOUND} when there is no such aggregate; {@link ErrorCode#STALE_VERSION}; {@link
 * ErrorCode#CONFLICT} when it exists already; {@link ErrorCode#UNAVAILABLE} when the store fails or the outcome is not
 * known within five seconds.
 */
public final class Commands {
    private static final long TIMEOUT_SECONDS = 5;
    private static final int RACES = 3;
    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final CommandGateway gateway;
    private final ActorInterceptor actors;
    private final LedgerTransactions transactions;
    private final FairThreads threads;

    Commands(CommandGateway gateway, ActorInterceptor actors, LedgerTransactions transactions, FairThreads threads) {
        this.gateway = gateway;
        this.actors = actors;
        this.transactions = transactions;
        this.threads = threads;
    }

    /** Sends it for the caller of the current request, or inside the unit of work that this thread is in. */
    public void send(Object command) {
        send(command, Map.of());
    }

    /**
     * Sends it with more metadata, such as {@link Actors#system()} or the organization.
     *
     * @param metadata by {@link io.keyledger.kernel.MetaKey}; takes precedence over the request's
     */
    public void send(Object command, Map<String, String> metadata) {
        var message =
                actors.signed(GenericCommandMessage.asCommandMessage(command).andMetaData(metadata));
        if (CurrentUnitOfWork.isStarted()) {
            dispatch(message);
        } else {
            await(message);
        }
    }

    private void await(CommandMessage<?> message) {
        var outcome = threads.submit(
                organization(message), Executors.callable(LogContext.carried(() -> dispatchUntilWon(message))));
        try {
            outcome.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Failures.translated(e.getCause());
        } catch (TimeoutException e) {
            throw unknownOutcome();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknownOutcome();
        }
    }

    /** Whose share of the threads it takes; the actor's own where there is no organization. */
    private static String organization(CommandMessage<?> message) {
        var metadata = message.getMetaData();
        var organization = metadata.get(MetaKey.ORGANIZATION_ID);
        return String.valueOf(organization == null ? metadata.get(MetaKey.ACTOR_ID) : organization);
    }

    /**
     * A command that loses a race is decided again on the new state; its expected version is checked again, too. After
     * three lost races it is retried inside the write transaction, where no other command can commit first.
     */
    private void dispatchUntilWon(CommandMessage<?> message) {
        for (int attempt = 1; attempt <= RACES; attempt++) {
            try {
                dispatch(message);
                return;
            } catch (ConcurrencyException e) {
                log.debug("{} lost race {}", message.getCommandName(), attempt);
            }
        }
        transactions.run(() -> dispatch(message));
    }

    private void dispatch(CommandMessage<?> message) {
        gateway.sendAndWait(message);
    }

    private static RuleViolation unknownOutcome() {
        return new RuleViolation(new Refusal(
                ErrorCode.UNAVAILABLE,
                "it is not known whether this was done; repeat it with the same Idempotency-Key"));
    }
}
