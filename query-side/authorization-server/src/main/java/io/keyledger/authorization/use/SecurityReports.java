package io.keyledger.authorization.use;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.audit.RecordSecurityEvent;
import io.keyledger.kernel.audit.SecurityLogId;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the ledger what was tried and refused, beside the request, which waits for nothing. The first of its kind is told at
 * the next look; those that follow are counted and told together, after ten seconds and then ever later, at the latest
 * after ten minutes. Thread-safe.
 */
public final class SecurityReports {
    private static final int MOST_KINDS = 10_000;
    private static final int TIMEOUT_SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(SecurityReports.class);

    private final CommandGateway commands;
    private final Clock clock;
    private final Map<RefusedAttempt, RefusalCounter> kinds = new ConcurrentHashMap<>();

    SecurityReports(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Somebody claimed to be the client and did not prove it.
     *
     * @param reason  a word such as {@code wrong_secret}
     * @param address where the request came from
     */
    public void authenticationFailed(AppEntry client, String reason, String address) {
        add(new RefusedAttempt.Failure(client.organizationId(), client.appId(), reason), address);
    }

    /**
     * The caller asked for what he may not.
     *
     * @param operation method and resource; not what the caller made up
     * @param address   where the request came from
     */
    public void accessRefused(AppEntry client, Caller caller, String operation, String address) {
        add(
                new RefusedAttempt.Refusal(
                        client.organizationId(),
                        client.appId(),
                        operation,
                        caller.actorKind(),
                        caller.actorId(),
                        caller.actorName(),
                        caller.clientId()),
                address);
    }

    /**
     * A client that proved who it is was issued no token.
     *
     * @param rule    of its organization's policy, which it violates
     * @param address where the request came from
     */
    public void tokenRefused(AppEntry client, String rule, String address) {
        add(
                new RefusedAttempt.RefusedToken(
                        client.organizationId(), client.appId(), rule, client.name(), client.clientId()),
                address);
    }

    /** Beyond so many kinds at once nothing is counted any more: who tries all of them is not to take our memory. */
    private void add(RefusedAttempt kind, String address) {
        var known = kinds.get(kind);
        if (known == null) {
            if (kinds.size() >= MOST_KINDS) {
                return;
            }
            known = kinds.computeIfAbsent(kind, key -> new RefusalCounter());
        }
        known.add(clock.instant(), address);
    }

    /** Tells what is due. */
    void tell() {
        var now = clock.instant();
        kinds.values().removeIf(trials -> trials.isOver(now));
        kinds.forEach((kind, trials) -> {
            if (trials.isDue(now)) {
                tell(kind, trials);
            }
        });
    }

    /** Tells all that is counted, due or not. */
    void tellAll() {
        kinds.forEach((kind, trials) -> {
            if (trials.isUntold()) {
                tell(kind, trials);
            }
        });
    }

    private void tell(RefusedAttempt kind, RefusalCounter trials) {
        var now = clock.instant();
        var id = SecurityLogId.of(kind.organizationId(), now);
        var taken = trials.take(now);
        try {
            var command = new RecordSecurityEvent(id, kind.event(id.value(), taken));
            commands.sendAndWait(new GenericCommandMessage<>(command, kind.actor()), TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            trials.giveBack(taken);
            log.warn("What was tried and refused could not be recorded: {}", e.getMessage());
        }
    }
}
