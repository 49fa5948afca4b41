package io.keyledger.command.app.web;

import io.keyledger.command.app.RevokeLeakedSecret;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.command.reservation.Scope;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.resources.Resources;
import io.keyledger.http.trace.LogContext;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Finds apps by the keyed hashes of secrets and revokes those secrets, on threads of its own: so the time of the answer
 * does not tell whether a secret was known.
 */
@Component
class LeakedSecrets implements DisposableBean {
    private static final int THREADS = 2;
    private static final int WAITING = 1000;
    private static final int SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(LeakedSecrets.class);

    private final Reservations reservations;
    private final Commands commands;
    private final ResourceLookup resources;
    private final ExecutorService work = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("leaked-secrets-", 0).factory());

    LeakedSecrets(Reservations reservations, Commands commands, ResourceLookup resources) {
        this.reservations = reservations;
        this.commands = commands;
        this.resources = resources;
    }

    /**
     * Revokes the live ones among them, soon after this has returned.
     *
     * @param verifiers keyed hashes, known ones or not
     * @param sourceUrl where they were found
     * @param actor     the reporter, as metadata
     * @throws RuleViolation {@link ErrorCode#UNAVAILABLE} when too many reports wait already
     */
    void revoke(Set<String> verifiers, @Nullable String sourceUrl, Map<String, String> actor) {
        try {
            work.execute(LogContext.carried(() -> verifiers.forEach(verifier -> revoke(verifier, sourceUrl, actor))));
        } catch (RejectedExecutionException e) {
            throw new RuleViolation(new Refusal(ErrorCode.UNAVAILABLE, "too many reports wait; send it again later"));
        }
    }

    private void revoke(String verifier, @Nullable String sourceUrl, Map<String, String> actor) {
        try {
            var app = reservations.owner(Scope.SECRET_VERIFIER, verifier);
            if (app != null) {
                commands.send(
                        new RevokeLeakedSecret(new AppId(app), verifier, sourceUrl), inItsOrganization(app, actor));
            }
        } catch (RuntimeException e) {
            log.warn("A report of a leaked secret could not be worked off: {}", e.getMessage());
        }
    }

    private Map<String, String> inItsOrganization(String app, Map<String, String> actor) {
        var metadata = new HashMap<>(actor);
        var row = resources.find(Resources.API_CREDENTIALS, app);
        if (row != null && row.organizationId() != null) {
            metadata.put(MetaKey.ORGANIZATION_ID, row.organizationId());
        }
        return metadata;
    }

    /** Waits up to five seconds for the queued reports. */
    @Override
    public void destroy() throws InterruptedException {
        work.shutdown();
        if (!work.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
            log.warn("Not all reports of leaked secrets were worked off");
        }
    }
}
