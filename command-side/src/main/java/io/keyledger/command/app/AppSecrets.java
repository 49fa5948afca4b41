package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Versions;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.SecretId;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.expiry.CredentialKind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** All client secrets an app ever had: adding, rotating and revoking them, and their expiry. */
class AppSecrets {
    private static final int MOST_LIVE = 10;

    private final App app;
    private final Map<String, Secret> byId = new HashMap<>();
    private final Map<String, String> byVerifier = new HashMap<>();

    AppSecrets(App app) {
        this.app = app;
    }

    @CommandHandler
    void handle(
            AddClientSecret command,
            Clock clock,
            Kinds kinds,
            CredentialPolicies policies,
            @MetaDataValue(MetaKey.ACTOR_ID) @Nullable String actor) {
        app.requireChangeable(kinds, actor);
        if (byId.containsKey(command.secret().id().value())) {
            return; // a retry: already recorded
        }
        var now = clock.instant();
        var live = liveAt(now) + 1;
        requireRoom(live);
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
        if (byId.containsKey(command.successor().id().value())) {
            return; // a retry: already recorded
        }
        var now = clock.instant();
        var old = rotatable(get(command.secretId()), now);
        var deadline =
                earlier(now.plus(command.overlap().duration()), old.expiry().end());
        var live = liveAt(now) + (deadline.isAfter(now) ? 1 : 0);
        requireRoom(live);
        var usual = SecretDuration.parse(old.duration());
        var duration = allowed(command.duration(), usual, live, app.policy(policies, kinds));
        apply(added(command.successor(), old.name(), duration, now));
        apply(new ClientSecretRotated(
                app.id(), command.secretId().value(), command.successor().id().value(), deadline));
    }

    @CommandHandler
    void handle(RemoveClientSecret command, Clock clock, Kinds kinds) {
        app.requireChangeable(kinds, null);
        var secret = get(command.secretId());
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
        var id = byVerifier.get(command.verifier());
        if (id != null && get(new SecretId(id)).isLive(clock.instant())) {
            apply(new ClientSecretLeaked(app.id(), id, command.sourceUrl()));
        }
    }

    /** The expiry of the secret with that id; null when there is none or it was revoked. */
    @Nullable
    Expiry expiry(String id) {
        var secret = byId.get(id);
        return secret == null || secret.revoked() ? null : secret.expiry();
    }

    long liveAt(Instant now) {
        return byId.values().stream().filter(secret -> secret.isLive(now)).count();
    }

    @EventSourcingHandler
    void on(ClientSecretAdded event, @Timestamp Instant at, @SequenceNumber long sequence) {
        var expiry = Expiry.of(CredentialKind.CLIENT_SECRET, at, event.expiresAt());
        byId.put(event.secretId(), Secret.added(event.name(), event.effectiveDuration(), expiry, sequence));
        byVerifier.put(event.verifier(), event.secretId());
    }

    @EventSourcingHandler
    void on(ClientSecretRotated event, @SequenceNumber long sequence) {
        change(event.secretId(), secret -> secret.retiringAt(event.retiresAt(), sequence));
    }

    @EventSourcingHandler
    void on(ClientSecretRemoved event, @SequenceNumber long sequence) {
        change(event.secretId(), secret -> secret.revoked(sequence));
    }

    @EventSourcingHandler
    void on(ClientSecretLeaked event, @SequenceNumber long sequence) {
        change(event.secretId(), secret -> secret.revoked(sequence));
    }

    @EventSourcingHandler
    void on(ClientSecretExpired event) {
        change(event.secretId(), secret -> secret.with(Expiry::withEndRecorded));
    }

    @EventSourcingHandler
    void on(ExpiryNoticeGiven event) {
        change(event.credentialId(), secret -> secret.with(expiry -> expiry.told(event.days())));
    }

    private void change(String id, UnaryOperator<Secret> change) {
        byId.computeIfPresent(id, (key, secret) -> change.apply(secret));
    }

    private Secret get(SecretId id) {
        var secret = byId.get(id.value());
        if (secret == null) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "the app has no such client secret"));
        }
        return secret;
    }

    /** Refuses more than {@code MOST_LIVE} live secrets. */
    private static void requireRoom(long live) {
        if (live > MOST_LIVE) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "at most " + MOST_LIVE + " client secrets of an app are live at once",
                    "client_secrets",
                    "less_than_or_equal_to",
                    Map.of("count", MOST_LIVE)));
        }
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
        if (!secret.isLive(now) || secret.isRetiring()) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.SECRET_NOT_LIVE, "only a live client secret without a successor can be rotated"));
        }
        return secret;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
