package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.RevokeTokens;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.kernel.reference.LabelEvent;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One registration with one client id: registering, deleting, the version, and rules that span its parts. {@link
 * AppAttributes} has its attributes, {@link AppSecrets} and {@link AppCertificates} have its credentials.
 */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class App {
    static final String RESOURCE = "api_credentials";

    @AggregateIdentifier
    private String id;

    private long version;

    @AggregateMember
    private final AppAttributes attributes = new AppAttributes();

    @AggregateMember
    private final AppSecrets secrets = new AppSecrets(this);

    @AggregateMember
    private final AppCertificates certificates = new AppCertificates(this);

    App() {}

    /** One constructor for each command: Axon finds a handler by the class of a command, not by an interface of it. */
    @CommandHandler
    App(RegisterApp command, NewAppDecision decision) {
        decision.on(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(InstallDashboardApp command, NewAppDecision decision) {
        decision.on(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(ForkDashboardApp command, NewAppDecision decision) {
        decision.on(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(RegisterSystemApp command, NewAppDecision decision) {
        decision.on(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeApp command, Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies) {
        Versions.require(command.expectedVersion(), version, getVersion());
        requireChangeable(kinds, null);
        var rules = new AppAttributes.Rules(attributes.kind(kinds), catalogue, policy(policies, kinds));
        Faults.applyAll(command.changes(), change -> attributes.decide(change, rules));
    }

    @CommandHandler
    void handle(DeleteApp command, Kinds kinds) {
        Versions.require(command.expectedVersion(), version, getVersion());
        requireChangeable(kinds, null);
        apply(new AppDeleted(id, organizationId()));
    }

    @CommandHandler
    void handle(DeletePersonalApp command, Kinds kinds) {
        requireChangeable(kinds, command.userId().value());
        apply(new AppDeleted(id, organizationId()));
    }

    @CommandHandler
    void handle(MovePersonalApp command) {
        attributes.moved(command).forEach(AggregateLifecycle::apply);
    }

    /** Records nothing for a credential that was removed or whose end is recorded already. */
    @CommandHandler
    void handle(FollowExpiry command, Clock clock) {
        var credential = command.credentialId();
        var ofSecret = secrets.expiry(credential);
        var expiry = ofSecret == null ? certificates.expiry(credential) : ofSecret;
        if (expiry != null) {
            expiry.due(id, credential, command.notices(), clock.instant()).forEach(AggregateLifecycle::apply);
        }
    }

    /** Allowed for system apps too; recorded each time, for tokens are issued without an event. */
    @CommandHandler
    void handle(RevokeTokens command) {
        apply(new TokensRevoked(id));
    }

    String id() {
        return id;
    }

    String organizationId() {
        return attributes.organizationId();
    }

    PolicyRules policy(CredentialPolicies policies, Kinds kinds) {
        return attributes.policy(policies, kinds);
    }

    void requireChangeable(Kinds kinds, @Nullable String actor) {
        attributes.requireChangeable(kinds, actor);
    }

    /** Refuses to remove the last live credential of a confidential app. */
    void requireAnother(Kinds kinds, Instant now) {
        if (secrets.liveAt(now) + certificates.liveAt(now) == 1
                && attributes.kind(kinds).confidential()) {
            throw new RuleViolation(
                    new Refusal(
                            ErrorCode.LAST_CREDENTIAL,
                            "it is the last live credential of an app that needs one; allow_last=true removes it all the same"));
        }
    }

    @EventSourcingHandler
    void on(AppEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case AppRegistered e -> id = e.appId();
            case AppDeleted _ -> markDeleted();
            case DashboardAppInstalled _, DashboardAppForked _, AppAttributeEvent _ -> {}
            case ClientSecretAdded _, ClientSecretRotated _, ClientSecretRemoved _, ClientSecretLeaked _ -> {}
            case CertificateAdded _, CertificateRemoved _ -> {}
            case ClientSecretExpired _, CertificateExpired _, ExpiryNoticeGiven _, TokensRevoked _ -> {
                return; // the version stays: nothing that the API shows of the app has changed
            }
        }
        version = sequence;
    }

    @EventSourcingHandler
    void on(LabelEvent event, @SequenceNumber long sequence) {
        version = sequence;
    }
}
