package io.keyledger.command.app;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.permission.ApiPermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides the first events of an app, which has no state yet: the registration, then the attributes that {@link
 * AppRegistered} does not have, decided as changes of the registered app.
 */
@Component
final class NewAppDecision {
    private final Kinds kinds;
    private final ApiPermissions catalogue;
    private final CredentialPolicies policies;
    private final Clock clock;

    NewAppDecision(Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies, Clock clock) {
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.policies = policies;
        this.clock = clock;
    }

    List<DomainEvent> on(NewRegistration command) {
        var kind = kind(command);
        var app = command.app();
        var policy = PolicyRules.of(policies, kind, app.organizationId().value());
        var registered = registered(command, policy.lifetime(app.lifetime(), kind));
        var attributes = AppAttributes.of(registered);
        var rules = new AppAttributes.Rules(kind, catalogue, policy);
        var facts = new ArrayList<DomainEvent>();
        facts.add(registered);
        facts.addAll(origin(command, registered));
        if (command.redirectUris().values().size() > 1) {
            facts.add(new RedirectUrisChanged(
                    registered.appId(), command.redirectUris().texts()));
        }
        var faults = new Faults();
        if (!(command instanceof RegisterSystemApp)) {
            faults.collect(() -> KindRules.check(kind, command));
        }
        app.attributes().forEach(change -> faults.collect(() -> facts.addAll(attributes.decide(change, rules))));
        faults.and(policy.lifetimeFault(registered.expiresIn()));
        if (app.secret() != null) {
            facts.add(added(registered, app.secret(), policy, faults));
        }
        faults.refuseIfAny();
        facts.addAll(Labels.NONE.decide(App.RESOURCE, registered.appId(), app.labels()));
        return facts;
    }

    private Kind kind(NewRegistration command) {
        var name = command.app().kind();
        return switch (command) {
            case RegisterApp _ -> KindRules.of(kinds, name, Kind.Group.CORE);
            case InstallDashboardApp _ -> KindRules.of(kinds, name, Kind.Group.DASHBOARD);
            case ForkDashboardApp _ -> KindRules.forkable(kinds, name);
            case RegisterSystemApp _ -> KindRules.of(kinds, name, Kind.Group.SYSTEM);
        };
    }

    private static AppRegistered registered(NewRegistration command, int lifetime) {
        var app = command.app();
        var role = command.role();
        var user = command.userId();
        return new AppRegistered(
                command.appId().value(),
                app.organizationId().value(),
                app.kind(),
                app.mode().word(),
                app.clientId(),
                app.name().value(),
                lifetime,
                command.custom(),
                first(command.redirectUris()),
                role == null ? null : role.roleId().value(),
                user == null ? null : user.value());
    }

    private static @Nullable String first(RedirectUris addresses) {
        return addresses.isEmpty() ? null : addresses.texts().getFirst();
    }

    /** The event that a dashboard app was installed or forked; none for other apps. */
    private static List<DomainEvent> origin(NewRegistration command, AppRegistered first) {
        var app = first.appId();
        var organization = first.organizationId();
        return switch (command) {
            case InstallDashboardApp _ ->
                List.of(new DashboardAppInstalled(app, organization, first.kind(), first.mode()));
            case ForkDashboardApp _ ->
                List.of(new DashboardAppForked(
                        app, organization, first.kind(), first.mode(), String.valueOf(first.redirectUri())));
            case RegisterApp _, RegisterSystemApp _ -> List.of();
        };
    }

    private ClientSecretAdded added(AppRegistered app, FirstSecret first, PolicyRules policy, Faults faults) {
        var secret = first.secret();
        var duration = policy.duration(first.duration(), SecretDuration.P3Y, faults);
        policy.checkSecret(duration, 1, faults);
        return new ClientSecretAdded(
                app.appId(),
                app.organizationId(),
                secret.id().value(),
                null,
                secret.hint(),
                secret.verifier(),
                secret.pepperId(),
                duration.toString(),
                duration.endOf(clock.instant()));
    }
}
