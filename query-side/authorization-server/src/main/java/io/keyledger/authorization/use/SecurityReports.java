package io.keyledger.authorization.use;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.use.RefusalShare.Counted;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.audit.RecordSecurityEvents;
import io.keyledger.kernel.audit.SecurityLogId;
import io.keyledger.kernel.audit.UntoldRefusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports refusals as events, on a timer, so that no request waits. The first of its kind is reported within half a
 * second; later ones are counted and reported together after a pause that doubles from ten seconds to ten minutes. Many
 * are recorded at once, and the organizations in turn. Thread-safe.
 */
public final class SecurityReports {
    /** Kinds that are recorded in one transaction. */
    private static final int BATCH = 200;

    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(3);

    /** A node that has something to keep does so every three seconds. */
    private static final Duration ENDED_AFTER = Duration.ofMinutes(1);

    private static final Map<String, String> ACTOR = Map.of(
            MetaKey.ACTOR_KIND, "system",
            MetaKey.ACTOR_ID, "system",
            MetaKey.ACTOR_NAME, "Keyledger");
    private static final Logger log = LoggerFactory.getLogger(SecurityReports.class);

    private final CommandGateway commands;
    private final Clock clock;
    private final Map<String, RefusalShare> shares = new ConcurrentHashMap<>();

    private final UntoldRefusals kept;
    private final String node;
    private boolean hasKept;

    /** Keeps what is not reported yet under the id of this node. */
    SecurityReports(CommandGateway commands, Clock clock, UntoldRefusals kept, String node) {
        this.commands = commands;
        this.clock = clock;
        this.kept = kept;
        this.node = node;
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
                        caller.nameIn(client.organizationId()),
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

    void add(RefusedAttempt kind, String address) {
        var now = clock.instant();
        share(kind, share -> share.add(kind, now, address));
    }

    private void share(RefusedAttempt kind, Consumer<RefusalShare> counting) {
        shares.compute(kind.organizationId(), (id, known) -> {
            var share = known == null ? new RefusalShare(id) : known;
            counting.accept(share);
            return share;
        });
    }

    /** Keeps what is counted and not reported: a crash loses what is counted after the last call. */
    void keep() {
        var now = clock.instant();
        var untold = shares.values().stream()
                .flatMap(share -> share.counted(now, (counter, at) -> counter.isUntold()).stream())
                .map(one -> KeptRefusals.write(one.kind(), one.counter().untold()))
                .toList();
        if (hasKept || !untold.isEmpty()) {
            kept.keep(node, now, untold);
            hasKept = !untold.isEmpty();
        }
    }

    /** Takes over what nodes kept that have ended. */
    void takeOver() {
        for (var text : kept.takeOver(clock.instant().minus(ENDED_AFTER))) {
            var refusals = KeptRefusals.read(text);
            share(refusals.kind(), share -> share.add(refusals.kind(), refusals.count()));
        }
    }

    /** Reports what is due, and keeps the rest at once, so that nothing is reported twice. */
    void tell() {
        var now = clock.instant();
        shares.keySet()
                .forEach(id -> shares.computeIfPresent(id, (key, share) -> share.forgetOver(now) ? null : share));
        tell(now, RefusalCounter::isDue, TICK);
    }

    /** Reports everything counted, due or not, as far as that is possible within a few seconds. */
    void tellAll() {
        if (!tell(clock.instant(), (counter, now) -> counter.isUntold(), STOP)) {
            log.warn("Not all that was tried and refused could be recorded before the stop.");
        }
    }

    /** Returns whether all was reported; it ends at the first failure, or when the time is over. */
    private boolean tell(Instant now, BiPredicate<RefusalCounter, Instant> condition, Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        var left = inTurn(shares.values().stream()
                .map(share -> share.counted(now, condition))
                .toList());
        for (int from = 0; from < left.size(); from += BATCH) {
            var batch = left.subList(from, Math.min(left.size(), from + BATCH));
            var remaining = end - System.nanoTime();
            if (remaining <= 0 || !tell(batch, now, remaining)) {
                return false;
            }
        }
        return true;
    }

    /** One of each organization, then the next of each. */
    private static List<Counted> inTurn(List<List<Counted>> shares) {
        var all = new ArrayList<Counted>();
        var longest = shares.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (var share : shares) {
                if (turn < share.size()) {
                    all.add(share.get(turn));
                }
            }
        }
        return all;
    }

    private boolean tell(List<Counted> batch, Instant now, long nanos) {
        var taken = batch.stream().map(one -> one.counter().take(now)).toList();
        try {
            var attempts = new ArrayList<RecordSecurityEvents.Attempt>();
            for (int i = 0; i < batch.size(); i++) {
                attempts.add(attempt(batch.get(i).kind(), taken.get(i), now));
            }
            commands.sendAndWait(
                    new GenericCommandMessage<>(new RecordSecurityEvents(attempts), ACTOR),
                    nanos,
                    TimeUnit.NANOSECONDS);
        } catch (RuntimeException e) {
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).counter().giveBack(taken.get(i));
            }
            log.warn("What was tried and refused could not be recorded: {}", e.getMessage());
            return false;
        }
        if (hasKept) {
            keep();
        }
        return true;
    }

    private static RecordSecurityEvents.Attempt attempt(RefusedAttempt kind, RefusalCounter.Count count, Instant now) {
        var log = SecurityLogId.of(kind.organizationId(), now);
        return new RecordSecurityEvents.Attempt(kind.event(log.value(), count), kind.actor());
    }
}
