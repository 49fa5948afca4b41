package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.resource.Versions;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a client is the app: its secrets and certificates. The service keeps
 * the credentials of system apps itself, but for one: a user adds and rotates the secrets of his own personal app, so that
 * one which is about to end, or known to others, can be renewed by him and by nobody who could then act in his name.
 */
@SuppressWarnings("NullAway.Init") // the first event of the app fills every field
class Credentials {
    private String appId;
    private String organizationId;
    private String kind;
    private @Nullable String userId;
    private final Secrets secrets = new Secrets();
    private final Map<String, Instant> certificateEnds = new HashMap<>();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon finds it and routes messages to it
    private final RevokedTokens tokens = new RevokedTokens();

    @CommandHandler
    void handle(
            AddClientSecret command,
            Clock clock,
            Kinds kinds,
            @MetaDataValue(MetaKey.ACTOR_ID) @Nullable String actor) {
        requireChangeable(kinds, actor);
        if (secrets.has(command.secret().id())) {
            return; // a retry: already recorded
        }
        var now = clock.instant();
        Secrets.requireRoom(secrets.liveAt(now) + 1);
        apply(added(command.secret(), command.name(), command.duration(), now));
    }

    @CommandHandler
    void handle(
            RotateClientSecret command,
            Clock clock,
            Kinds kinds,
            @MetaDataValue(MetaKey.ACTOR_ID) @Nullable String actor) {
        requireChangeable(kinds, actor);
        if (secrets.has(command.successor().id())) {
            return; // a retry: already recorded
        }
        var now = clock.instant();
        var old = rotatable(secrets.get(command.secretId()), now);
        var deadline = earlier(now.plus(command.overlap().duration()), old.end());
        Secrets.requireRoom(secrets.liveAt(now) + (deadline.isAfter(now) ? 1 : 0));
        var duration = command.duration() == null ? SecretDuration.valueOf(old.duration()) : command.duration();
        apply(added(command.successor(), old.name(), duration, now));
        apply(new ClientSecretRotated(
                appId, command.secretId().value(), command.successor().id().value(), deadline));
    }

    @CommandHandler
    void handle(RemoveClientSecret command, Clock clock, Kinds kinds) {
        requireChangeable(kinds, null);
        var secret = secrets.get(command.secretId());
        Versions.require(command.expectedVersion(), secret.version(), getVersion());
        if (secret.revoked()) {
            return;
        }
        var now = clock.instant();
        if (secret.isLive(now) && liveCredentials(now) == 1 && !command.allowLast()) {
            requireNotNeeded(kinds);
        }
        apply(new ClientSecretRemoved(appId, command.secretId().value()));
    }

    @CommandHandler
    void handle(RevokeLeakedSecret command, Clock clock) {
        var id = secrets.idOf(command.verifier());
        if (id != null && secrets.get(id).isLive(clock.instant())) {
            apply(new ClientSecretLeaked(appId, id.value(), command.sourceUrl()));
        }
    }

    @CommandHandler
    void handle(ReportRetiredSecret command) {
        var secret = secrets.find(command.secretId());
        if (secret != null && secret.isTold(command.usedAt())) {
            apply(new RetiredSecretUsed(appId, command.secretId().value(), command.usedAt()));
        }
    }

    @EventSourcingHandler
    void on(AppRegistered event) {
        appId = event.appId();
        organizationId = event.organizationId();
        kind = event.kind();
        userId = event.userId();
    }

    @EventSourcingHandler
    void on(ClientSecretAdded event, @SequenceNumber long sequence) {
        secrets.add(
                event.secretId(),
                event.verifier(),
                Secret.added(event.name(), event.effectiveDuration(), event.expiresAt(), sequence));
    }

    @EventSourcingHandler
    void on(ClientSecretRotated event, @SequenceNumber long sequence) {
        secrets.change(event.secretId(), secret -> secret.retiringAt(event.retiresAt(), sequence));
    }

    @EventSourcingHandler
    void on(ClientSecretRemoved event, @SequenceNumber long sequence) {
        secrets.change(event.secretId(), secret -> secret.revoked(sequence));
    }

    @EventSourcingHandler
    void on(ClientSecretLeaked event, @SequenceNumber long sequence) {
        secrets.change(event.secretId(), secret -> secret.revoked(sequence));
    }

    @EventSourcingHandler
    void on(RetiredSecretUsed event) {
        secrets.change(event.secretId(), secret -> secret.reported(event.usedAt()));
    }

    @EventSourcingHandler
    void on(CertificateAdded event) {
        certificateEnds.put(event.certificateId(), event.notAfter());
    }

    @EventSourcingHandler
    void on(CertificateRemoved event) {
        certificateEnds.remove(event.certificateId());
    }

    private ClientSecretAdded added(HashedSecret secret, @Nullable String name, SecretDuration duration, Instant now) {
        return new ClientSecretAdded(
                appId,
                organizationId,
                secret.id().value(),
                name,
                secret.hint(),
                secret.verifier(),
                secret.pepperId(),
                duration.name(),
                duration.endOf(now));
    }

    private static Secret rotatable(Secret secret, Instant now) {
        if (!secret.isLive(now) || secret.retiring()) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.SECRET_NOT_LIVE, "only a live client secret without a successor can be rotated"));
        }
        return secret;
    }

    private long liveCredentials(Instant now) {
        var certificates = certificateEnds.values().stream()
                .filter(end -> !now.isAfter(end))
                .count();
        return secrets.liveAt(now) + certificates;
    }

    private void requireNotNeeded(Kinds kinds) {
        if (kinds.get(kind).confidential()) {
            throw new RuleViolation(
                    new Refusal(
                            ErrorCode.LAST_CREDENTIAL,
                            "it is the last live credential of an app that needs one; allow_last=true removes it all the same"));
        }
    }

    private void requireChangeable(Kinds kinds, @Nullable String actor) {
        if (!kinds.get(kind).creatable() && (userId == null || !userId.equals(actor))) {
            throw KindRules.systemApp();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
