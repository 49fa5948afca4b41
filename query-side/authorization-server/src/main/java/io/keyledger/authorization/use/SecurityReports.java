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
 * Reports refusals as events, on a timer, so that no request waits. The first of its kind is reported within half a
 * second; later ones are counted and reported together after a pause that doubles from ten seconds to ten minutes.
 * Thread-safe.
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
     * Authentication as the client failed.
     *
     * @param reason  a word such as {@code wrong_secret}
     * @param address remote address of the request
     */
    public void authenticationFailed(AppEntry client, String reason, String address) {
        add(new RefusedAttempt.Failure(client.organizationId(), client.appId(), reason), address);
    }

    /**
     * The caller lacks the permission for the operation.
     *
     * @param operation method and pattern of the address; no text that callers choose
     * @param address   remote address of the request
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
     * An authenticated client was refused a token.
     *
     * @param rule    of its organization's policy, which it violates
     * @param address remote address of the request
     */
    public void tokenRefused(AppEntry client, String rule, String address) {
        add(
                new RefusedAttempt.RefusedToken(
                        client.organizationId(), client.appId(), rule, client.name(), client.clientId()),
                address);
    }

    /** Further kinds are not counted while there are that many, so that attackers cannot fill the memory. */
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

    /** Reports what is due. */
    void tell() {
        var now = clock.instant();
        kinds.values().removeIf(refusals -> refusals.isOver(now));
        kinds.forEach((kind, refusals) -> {
            if (refusals.isDue(now)) {
                tell(kind, refusals);
            }
        });
    }

    /** Reports everything counted, due or not. */
    void tellAll() {
        kinds.forEach((kind, refusals) -> {
            if (refusals.isUntold()) {
                tell(kind, refusals);
            }
        });
    }

    private void tell(RefusedAttempt kind, RefusalCounter refusals) {
        var now = clock.instant();
        var id = SecurityLogId.of(kind.organizationId(), now);
        var taken = refusals.take(now);
        try {
            var command = new RecordSecurityEvent(id, kind.event(id.value(), taken));
            commands.sendAndWait(new GenericCommandMessage<>(command, kind.actor()), TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            refusals.giveBack(taken);
            log.warn("What was tried and refused could not be recorded: {}", e.getMessage());
        }
    }
}
