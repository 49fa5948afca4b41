package io.keyledger.query.audit;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.audit.AuditTrailId;
import io.keyledger.kernel.audit.CheckpointSigner;
import io.keyledger.kernel.audit.RecordCheckpoint;
import io.keyledger.kernel.organization.OrganizationId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the heads of logs that have grown: by number of entries, by time, and again after a key rotation, so that there
 * is always a signature by a published key. Several nodes may do so; equal checkpoints are recorded once.
 */
final class CheckpointMaker {
    private static final int TIMEOUT_SECONDS = 5;
    private static final Logger log = LoggerFactory.getLogger(CheckpointMaker.class);

    private final AuditLog logs;
    private final CheckpointSigner signer;
    private final CommandGateway commands;
    private final AuditSettings settings;
    private final Clock clock;

    /** Logs that have grown since they were last signed, and when this node first noticed. */
    private final Map<String, Long> grown = new HashMap<>();

    private long seen = -1;

    CheckpointMaker(
            AuditLog logs, CheckpointSigner signer, CommandGateway commands, AuditSettings settings, Clock clock) {
        this.logs = logs;
        this.signer = signer;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs what is due. Not thread-safe. */
    void look() {
        for (var head : logs.headsSince(seen)) {
            grown.putIfAbsent(head.organizationId(), clock.millis());
            seen = Math.max(seen, head.sequence());
        }
        grown.entrySet().removeIf(one -> isDone(one.getKey(), one.getValue()));
    }

    private boolean isDone(String organizationId, long since) {
        if (!Id.isId(organizationId)) {
            return true;
        }
        var last = logs.lastCheckpoint(organizationId);
        var length = logs.length(organizationId);
        if (last != null && last.position() == length && signer.isCurrent(last.keyId())) {
            return true;
        }
        return isDue(since, length - (last == null ? 0 : last.position())) && sign(organizationId, last);
    }

    private boolean isDue(long since, long entries) {
        return entries >= settings.checkpointEntries()
                || clock.millis() - since >= settings.checkpointEvery().toMillis();
    }

    private boolean sign(String organizationId, @Nullable Checkpoint last) {
        if (last != null && !isStill(last)) {
            log.error(
                    "The audit log of {} is not the one that was signed up to {} at {}: it is signed no more",
                    organizationId,
                    last.position(),
                    last.signedAt());
            return true;
        }
        var head = logs.wholeHead(organizationId);
        return head.isPresent() && (isNotShown(head.get()) || record(head.get()));
    }

    /** What a rebuild may still change is not signed: else it would look like tampering afterwards. */
    private static boolean isNotShown(AuditLog.Head head) {
        if (head.notShown() != null) {
            log.error(
                    "The audit log of {} has an event at {} that could not be shown: it is signed no more until a rebuild"
                            + " shows it",
                    head.organizationId(),
                    head.notShown());
        }
        return head.notShown() != null;
    }

    private boolean isStill(Checkpoint last) {
        var entry = logs.entry(last.organizationId(), last.position());
        return entry != null && last.hash().equals(entry.get(AuditEntry.HASH));
    }

    private boolean record(AuditLog.Head head) {
        var organization = new OrganizationId(head.organizationId());
        var checkpoint = signed(head);
        var command = new RecordCheckpoint(
                AuditTrailId.of(organization),
                organization,
                head.position(),
                head.hash(),
                checkpoint.keyId(),
                checkpoint.signedAt(),
                checkpoint.jws());
        var actor = Map.of(
                MetaKey.ACTOR_KIND,
                "system",
                MetaKey.ACTOR_ID,
                "system",
                MetaKey.ACTOR_NAME,
                "Keyledger",
                MetaKey.ORGANIZATION_ID,
                head.organizationId());
        commands.sendAndWait(new GenericCommandMessage<>(command, actor), TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return true;
    }

    /** A checkpoint of the head, signed now. */
    Checkpoint signed(AuditLog.Head head) {
        var statement = Checkpoint.statement(head.organizationId(), head.position(), head.hash(), clock.instant());
        return Checkpoint.read(signer.sign(statement)).orElseThrow();
    }
}
