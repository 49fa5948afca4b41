package io.keyledger.command.reaction;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.app.FollowExpiry;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.command.schedule.ExpirySchedule;
import io.keyledger.command.schedule.NoticeThresholds;
import io.keyledger.command.schedule.Scheduled;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends {@link FollowExpiry} for the credentials that are due. Any number of nodes may do so at once, and again after a
 * crash: the app records each notice and each end once.
 */
@Component
class ExpiryReaction {
    /** Credentials in one round. */
    private static final int BATCH = 200;

    /** Fewer than the command threads, so that commands of requests find free ones. */
    private static final int AT_ONCE = 6;

    private static final Logger log = LoggerFactory.getLogger(ExpiryReaction.class);

    private final ExpirySchedule schedule;
    private final NoticeThresholds thresholds;
    private final Commands commands;
    private final LedgerTransactions transactions;
    private final Clock clock;

    ExpiryReaction(
            ExpirySchedule schedule,
            NoticeThresholds thresholds,
            Commands commands,
            LedgerTransactions transactions,
            Clock clock) {
        this.schedule = schedule;
        this.thresholds = thresholds;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends for the credentials that are due now; true when all succeeded and more of them may be due. */
    boolean round() {
        var now = clock.instant();
        var due = schedule.due(now, BATCH);
        var followed = new AtomicInteger();
        if (!due.isEmpty()) {
            try (var senders =
                    Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
                due.forEach(credential -> senders.execute(() -> follow(credential, now, followed)));
            }
        }
        return followed.get() == BATCH;
    }

    private void follow(Scheduled credential, Instant now, AtomicInteger followed) {
        try {
            send(credential);
            if (schedule.isDue(credential, now)) {
                transactions.run(() -> schedule.putOff(credential, now));
            }
            followed.incrementAndGet();
        } catch (RuntimeException e) {
            log.warn("The expiry of {} is not recorded yet: {}", credential.credentialId(), e.getMessage());
        }
    }

    /** Ignores an app that was deleted meanwhile: its credentials are out of the schedule. */
    private void send(Scheduled credential) {
        var organization = credential.organizationId();
        var metadata = new HashMap<>(Actors.system());
        metadata.put(MetaKey.ORGANIZATION_ID, organization);
        var command =
                new FollowExpiry(new AppId(credential.appId()), credential.credentialId(), thresholds.of(organization));
        try {
            commands.send(command, metadata);
        } catch (Refused refused) {
            if (refused.refusals().getFirst().code() != ErrorCode.RECORD_NOT_FOUND) {
                throw refused;
            }
        }
    }
}
