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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Finds apps by the keyed hashes of secrets and revokes those secrets, on two threads of its own: reports need no token,
 * and may not take the threads that others' commands need.
 */
@Component
class LeakedSecrets implements DisposableBean {
    private static final int THREADS = 2;
    private static final int WAITING = 100;
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
     * Revokes the live ones among them; false when that takes longer than five seconds, and is then done afterwards.
     *
     * @param verifiers keyed hashes, known ones or not
     * @param sourceUrl where they were found
     * @param actor     the reporter, as metadata
     * @throws RuleViolation {@link ErrorCode#UNAVAILABLE} when too many reports wait already, or the store fails: then
     *                       some of them may live
     */
    boolean revoke(Set<String> verifiers, @Nullable String sourceUrl, Map<String, String> actor) {
        try {
            var all = work.submit(
                    LogContext.carried(() -> verifiers.forEach(verifier -> revoke(verifier, sourceUrl, actor))));
            all.get(SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (RejectedExecutionException e) {
            throw unavailable("too many reports wait; send it again later");
        } catch (ExecutionException e) {
            log.warn("A report of leaked secrets could not be worked off: {}", e.getMessage());
            throw unavailable("the report could not be worked off; send it again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static RuleViolation unavailable(String detail) {
        return new RuleViolation(new Refusal(ErrorCode.UNAVAILABLE, detail));
    }

    private void revoke(String verifier, @Nullable String sourceUrl, Map<String, String> actor) {
        var app = reservations.owner(Scope.SECRET_VERIFIER, verifier);
        if (app == null) {
            return;
        }
        try {
            commands.send(new RevokeLeakedSecret(new AppId(app), verifier, sourceUrl), inItsOrganization(app, actor));
        } catch (RuleViolation e) {
            if (e.refusals().getFirst().code() == ErrorCode.UNAVAILABLE) {
                throw e;
            }
            log.debug("A leaked secret has ended already: {}", e.getMessage());
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
