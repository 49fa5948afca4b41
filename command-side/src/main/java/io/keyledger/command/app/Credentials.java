package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Versions;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;

/** The client secrets of an app, and its tokens that ended early. */
class Credentials {
    private final Holdings app;
    private final Secrets secrets;

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon finds it and routes messages to it
    private final RevokedTokens tokens = new RevokedTokens();

    Credentials(Holdings app) {
        this.app = app;
        this.secrets = app.secrets();
    }

    @CommandHandler
    void handle(
            AddClientSecret command,
            Clock clock,
            Kinds kinds,
            CredentialPolicies policies,
            @MetaDataValue(MetaKey.ACTOR_ID) @Nullable String actor) {
        app.requireChangeable(kinds, actor);
        if (secrets.has(command.secret().id())) {
            return; // a retry: already recorded
        }
        var now = clock.instant();
        var live = secrets.liveAt(now) + 1;
        Secrets.requireRoom(live);
        var duration = allowed(command.duration(), command.duration(), live, app.policy(policies, kinds));
        apply(added(command.secret(), command.name(), duration, now));
    }

    @CommandHandler
    void handle(
            RotateClientSecret command,
            Clock clock,
            Kinds kinds,
            CredentialPolicies policies,
            @MetaDataValue(MetaKey.ACTOR_ID) @Nullable String actor) {
        app.requireChangeable(kinds, actor);
        if (secrets.has(command.successor().id())) {
            return; // a retry: already recorded
        }
        var now = clock.instant();
        var old = rotatable(secrets.get(command.secretId()), now);
        var deadline = earlier(now.plus(command.overlap().duration()), old.end());
        var live = secrets.liveAt(now) + (deadline.isAfter(now) ? 1 : 0);
        Secrets.requireRoom(live);
        var usual = SecretDuration.parse(old.duration());
        var duration = allowed(command.duration(), usual, live, app.policy(policies, kinds));
        apply(added(command.successor(), old.name(), duration, now));
        apply(new ClientSecretRotated(
                app.id(), command.secretId().value(), command.successor().id().value(), deadline));
    }

    @CommandHandler
    void handle(RemoveClientSecret command, Clock clock, Kinds kinds) {
        app.requireChangeable(kinds, null);
        var secret = secrets.get(command.secretId());
        Versions.require(command.expectedVersion(), secret.version(), getVersion());
        if (secret.revoked()) {
            return;
        }
        var now = clock.instant();
        if (secret.isLive(now) && !command.allowLast()) {
            app.requireAnother(kinds, now);
        }
        apply(new ClientSecretRemoved(app.id(), command.secretId().value()));
    }

    @CommandHandler
    void handle(RevokeLeakedSecret command, Clock clock) {
        var id = secrets.idOf(command.verifier());
        if (id != null && secrets.get(id).isLive(clock.instant())) {
            apply(new ClientSecretLeaked(app.id(), id.value(), command.sourceUrl()));
        }
    }

    @CommandHandler
    void handle(ReportRetiredSecret command) {
        var secret = secrets.find(command.secretId());
        if (secret != null && secret.isTold(command.usedAt())) {
            apply(new RetiredSecretUsed(app.id(), command.secretId().value(), command.usedAt()));
        }
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

    private ClientSecretAdded added(HashedSecret secret, @Nullable String name, SecretDuration duration, Instant now) {
        return new ClientSecretAdded(
                app.id(),
                app.organizationId(),
                secret.id().value(),
                name,
                secret.hint(),
                secret.verifier(),
                secret.pepperId(),
                duration.toString(),
                duration.endOf(now));
    }

    private static SecretDuration allowed(
            @Nullable SecretDuration asked, SecretDuration usual, long live, PolicyRules policy) {
        var faults = new Faults();
        var duration = policy.duration(asked, usual, faults);
        policy.checkSecret(duration, live, faults);
        faults.refuseIfAny();
        return duration;
    }

    private static Secret rotatable(Secret secret, Instant now) {
        if (!secret.isLive(now) || secret.retiring()) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.SECRET_NOT_LIVE, "only a live client secret without a successor can be rotated"));
        }
        return secret;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
