package io.keyledger.authorization;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.secret.Pepper;
import io.keyledger.kernel.secret.SecretFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Writes events as the command side would: each aggregate numbers its own. */
final class Ledger {
    static final Duration SECRET_LIFE = Duration.ofDays(1000);

    private final EventStore events;
    private final Pepper pepper;
    private final TestClock clock;
    private final Randomness randomness;
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();
    private final Map<String, String> newestSecrets = new ConcurrentHashMap<>();

    Ledger(EventStore events, Pepper pepper, TestClock clock, Randomness randomness) {
        this.events = events;
        this.pepper = pepper;
        this.clock = clock;
        this.randomness = randomness;
    }

    /** An app of these tests; the secret as its owner knows it. */
    record App(String id, String organizationId, String kind, String clientId, String secret) {}

    void record(String aggregateId, DomainEvent event) {
        var sequence =
                sequences.computeIfAbsent(aggregateId, id -> new AtomicLong()).getAndIncrement();
        events.publish(List.of(new GenericDomainEventMessage<>("Test", aggregateId, sequence, event)));
    }

    String organization(String slug) {
        var id = randomness.id();
        record(id, new OrganizationRegistered(id, "Name of " + slug, slug, "eu-west-1", "owner00000", "o@example.org"));
        return id;
    }

    String role(String organizationId, String kind) {
        var id = randomness.id();
        record(id, new RoleDefined(id, organizationId, kind, kind));
        return id;
    }

    String user(String email) {
        var id = randomness.id();
        record(id, new UserRegistered(id, email, null, null));
        return id;
    }

    String member(String organizationId, String roleId, String userId) {
        var id = randomness.id();
        record(id, new MemberInvited(id, organizationId, "m@example.org", roleId, "live_access", false, "verifier"));
        record(id, new MembershipActivated(id, organizationId, userId));
        return id;
    }

    /** The membership ends, and the user has left. */
    void leaves(String membershipId, String organizationId, String userId) {
        record(membershipId, new MemberRemoved(membershipId, organizationId));
        record(userId, new OrganizationLeft(userId, organizationId));
    }

    App app(String organizationId, String kind) {
        return app(organizationId, kind, "live", 7200, null, null);
    }

    App app(
            String organizationId,
            String kind,
            String mode,
            int lifetime,
            @Nullable String roleId,
            @Nullable String userId) {
        var id = randomness.id();
        var clientId = randomness.text(43);
        record(
                id,
                new AppRegistered(
                        id, organizationId, kind, mode, clientId, "An app", lifetime, false, null, roleId, userId));
        return new App(
                id, organizationId, kind, clientId, secret(id, clock.instant().plus(SECRET_LIFE)));
    }

    String secret(String appId, Instant expiresAt) {
        var secret = SecretFormat.assemble("live", randomness.text(SecretFormat.RANDOM_LENGTH));
        var id = randomness.id();
        newestSecrets.put(appId, id);
        record(
                appId,
                new ClientSecretAdded(
                        appId,
                        "org0000000",
                        id,
                        null,
                        SecretFormat.hint(secret),
                        pepper.verifier(secret),
                        pepper.currentId(),
                        "P3Y",
                        expiresAt));
        return secret;
    }

    /** The id of the newest secret of the app. */
    String secretId(App app) {
        return Objects.requireNonNull(newestSecrets.get(app.id()));
    }

    /** Gives the newest secret of the app a successor; the plaintext of that one. */
    String rotate(App app, Instant retiresAt) {
        var old = secretId(app);
        var successor = secret(app.id(), clock.instant().plus(SECRET_LIFE));
        record(app.id(), new ClientSecretRotated(app.id(), old, secretId(app), retiresAt));
        return successor;
    }

    void certificate(App app, String certificateId, TestKey key, Instant notBefore, Instant notAfter) {
        record(
                app.id(),
                new CertificateAdded(
                        app.id(),
                        app.organizationId(),
                        certificateId,
                        null,
                        "CN=app",
                        "CN=app",
                        "1",
                        "",
                        key.thumbprint(),
                        "EC",
                        256,
                        notBefore,
                        notAfter,
                        key.der()));
    }

    String strangersSecret() {
        return SecretFormat.assemble("live", randomness.text(SecretFormat.RANDOM_LENGTH));
    }

    void delete(App app) {
        record(app.id(), new AppDeleted(app.id(), app.organizationId()));
    }
}
