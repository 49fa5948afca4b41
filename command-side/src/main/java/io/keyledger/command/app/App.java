package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.keyledger.command.resource.Faults;
import io.keyledger.command.resource.Labels;
import io.keyledger.command.resource.Versions;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.CustomerScopeChanged;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.RedirectUriChanged;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.reference.LabelEvent;
import java.time.Clock;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One registration with one client id: decides what may be registered and changed by what its kind says. */
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills every field
class App {
    static final String RESOURCE = "api_credentials";

    @AggregateIdentifier
    private String id;

    private String organizationId;
    private String kind;
    private String name;
    private boolean custom;
    private int expiresIn;
    private @Nullable String redirectUri;
    private @Nullable String roleId;
    private Labels labels = Labels.NONE;
    private long version;

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon finds it and routes messages to it
    private final Credentials credentials = new Credentials();

    App() {}

    @CommandHandler
    App(RegisterApp command, Kinds kinds, Clock clock) {
        new Registrations(kinds, clock.instant()).decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(InstallDashboardApp command, Kinds kinds, Clock clock) {
        new Registrations(kinds, clock.instant()).decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(ForkDashboardApp command, Kinds kinds, Clock clock) {
        new Registrations(kinds, clock.instant()).decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    App(RegisterSystemApp command, Kinds kinds, Clock clock) {
        new Registrations(kinds, clock.instant()).decide(command).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(ChangeApp command, Kinds kinds) {
        Versions.require(command.expectedVersion(), version, getVersion());
        changeableKind(kinds);
        var faults = new Faults();
        command.changes().forEach(change -> faults.collect(() -> decide(change, kinds)));
        faults.refuseIfAny();
    }

    @CommandHandler
    void handle(RenameApp command, Kinds kinds) {
        changeableKind(kinds);
        var newName = command.name().value();
        if (!newName.equals(name)) {
            apply(new AppRenamed(id, newName));
        }
    }

    @CommandHandler
    void handle(ChangeTokenLifetime command, Kinds kinds) {
        var lifetime = command.lifetime();
        var standard = changeableKind(kinds).defaultLifetime();
        var seconds = lifetime == null ? standard : lifetime.seconds();
        if (seconds != expiresIn) {
            apply(new TokenLifetimeChanged(id, expiresIn, seconds));
        }
    }

    @CommandHandler
    void handle(ChangeRedirectUri command, Kinds kinds) {
        var uri = command.redirectUri();
        new Faults()
                .and(KindRules.redirectFault(changeableKind(kinds), custom, uri))
                .refuseIfAny();
        var address = uri == null ? null : uri.value();
        if (!Objects.equals(address, redirectUri)) {
            apply(new RedirectUriChanged(id, address));
        }
    }

    @CommandHandler
    void handle(AssignRole command, Kinds kinds) {
        var role = command.role();
        new Faults()
                .and(KindRules.roleFault(changeableKind(kinds), role, organizationId))
                .refuseIfAny();
        var newRoleId = role == null ? null : role.roleId().value();
        if (!Objects.equals(newRoleId, roleId)) {
            apply(new RoleAssigned(id, newRoleId));
        }
    }

    @CommandHandler
    void handle(ChangeAppLabels command, Kinds kinds) {
        changeableKind(kinds);
        labels.decide(RESOURCE, id, command.labels()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(DeleteApp command, Kinds kinds) {
        Versions.require(command.expectedVersion(), version, getVersion());
        changeableKind(kinds);
        apply(new AppDeleted(id, organizationId));
    }

    private void decide(AppChange change, Kinds kinds) {
        switch (change) {
            case RenameApp c -> handle(c, kinds);
            case ChangeTokenLifetime c -> handle(c, kinds);
            case ChangeRedirectUri c -> handle(c, kinds);
            case AssignRole c -> handle(c, kinds);
            case ChangeAppLabels c -> handle(c, kinds);
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
            case AppRenamed e -> name = e.name();
            case TokenLifetimeChanged e -> expiresIn = e.expiresIn();
            case RedirectUriChanged e -> redirectUri = e.redirectUri();
            case RoleAssigned e -> roleId = e.roleId();
            case AppDeleted _ -> markDeleted();
            case DashboardAppInstalled _, DashboardAppForked _ -> {}
            case RedirectUrisChanged _,
                    ApiPermissionsChanged _,
                    CustomerScopeChanged _,
                    AppDisabled _,
                    AppEnabled _ -> {}
            case ClientSecretAdded _, ClientSecretRotated _, ClientSecretRemoved _, ClientSecretLeaked _ -> {}
            case CertificateAdded _, CertificateRemoved _ -> {}
            case TokenRevoked _, RetiredSecretUsed _ -> {
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
        id = event.appId();
        organizationId = event.organizationId();
        kind = event.kind();
        name = event.name();
        custom = event.custom();
        expiresIn = event.expiresIn();
        redirectUri = event.redirectUri();
        roleId = event.roleId();
    }
}
