package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.decision.Versions;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.CustomerScopeChanged;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.RedirectUriChanged;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.kernel.reference.LabelEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;

/** One registration with one client id: decides what may be registered and changed by what its kind says. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
public class App {
    static final String RESOURCE = "api_credentials";

    @AggregateIdentifier
    private String id;

    private String organizationId;
    private String kind;
    private Labels labels = Labels.NONE;
    private long version;

    private final Holdings holdings = new Holdings();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon finds it and routes messages to it
    private final Credentials credentials = new Credentials(holdings);

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // likewise
    private final CertificateCredentials certificates = new CertificateCredentials(holdings);

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // likewise
    private final Expiries expiries = new Expiries();

    @AggregateMember
    private final Settings settings = new Settings();

    App() {}

    @CommandHandler
    App(RegisterApp command, Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies, Clock clock) {
        new NewAppDecision(kinds, catalogue, policies, clock.instant())
                .decide(command)
                .forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(InstallDashboardApp command, Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies, Clock clock) {
        new NewAppDecision(kinds, catalogue, policies, clock.instant())
                .decide(command)
                .forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(ForkDashboardApp command, Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies, Clock clock) {
        new NewAppDecision(kinds, catalogue, policies, clock.instant())
                .decide(command)
                .forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(RegisterSystemApp command, Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies, Clock clock) {
        new NewAppDecision(kinds, catalogue, policies, clock.instant())
                .decide(command)
                .forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeApp command, Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies) {
        Versions.require(command.expectedVersion(), version, getVersion());
        var ofKind = changeableKind(kinds);
        var rules = new Rules(ofKind, catalogue, policies);
        var faults = new Faults();
        command.changes().forEach(change -> faults.collect(() -> decide(change, rules)));
        faults.refuseIfAny();
    }

    @CommandHandler
    void handle(DeleteApp command, Kinds kinds) {
        Versions.require(command.expectedVersion(), version, getVersion());
        changeableKind(kinds);
        apply(new AppDeleted(id, organizationId));
    }

    private void decide(AppChange change, Rules rules) {
        var ofKind = rules.kind();
        switch (change) {
            case RenameApp c -> settings.rename(c);
            case ChangeTokenLifetime c ->
                settings.changeLifetime(c, ofKind, PolicyRules.of(rules.policies(), ofKind, organizationId));
            case ChangeRedirectUri c -> settings.changeFirstAddress(c, ofKind);
            case ChangeRedirectUris c -> settings.changeAddresses(c, ofKind);
            case AssignRole c -> settings.assignRole(c, ofKind);
            case ChangeTokenScope c -> settings.changeTokenScope(c, rules.catalogue());
            case SetAppEnabled c -> settings.setEnabled(c);
            case ChangeAppLabels c -> labels.decide(RESOURCE, id, c.labels()).forEach(AggregateLifecycle::apply);
        }
    }

    private Kind changeableKind(Kinds kinds) {
        var found = kinds.get(kind);
        if (!found.creatable()) {
            throw KindRules.systemApp();
        }
        return found;
    }

    @EventSourcingHandler
    void on(AppEvent event, @SequenceNumber long sequence) {
        switch (event) {
            case AppRegistered e -> on(e);
            case AppDeleted _ -> markDeleted();
            case DashboardAppInstalled _, DashboardAppForked _ -> {}
            case AppRenamed _,
                    TokenLifetimeChanged _,
                    RedirectUriChanged _,
                    RedirectUrisChanged _,
                    RoleAssigned _,
                    ApiPermissionsChanged _,
                    CustomerScopeChanged _,
                    AppDisabled _,
                    AppEnabled _ -> {}
            case ClientSecretAdded _, ClientSecretRotated _, ClientSecretRemoved _, ClientSecretLeaked _ -> {}
            case CertificateAdded _, CertificateRemoved _ -> {}
            case ClientSecretExpired _,
                    CertificateExpired _,
                    ExpiryNoticeGiven _,
                    TokenRevoked _,
                    RetiredSecretUsed _ -> {
                return; // nothing that is seen of the app has changed
            }
        }
        version = sequence;
    }

    @EventSourcingHandler
    void on(LabelEvent event, @SequenceNumber long sequence) {
        labels = labels.after(event);
        version = sequence;
    }

    private void on(AppRegistered event) {
        holdings.begin(event);
        id = event.appId();
        organizationId = event.organizationId();
        kind = event.kind();
    }

    /** What a change has to keep. */
    private record Rules(Kind kind, ApiPermissions catalogue, CredentialPolicies policies) {}
}
