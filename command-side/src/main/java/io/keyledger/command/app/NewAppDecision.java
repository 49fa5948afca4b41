package io.keyledger.command.app;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.permission.ApiPermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the first facts of an app, when it has no state yet but the kind table's. */
final class NewAppDecision {
    private final Kinds kinds;
    private final ApiPermissions catalogue;
    private final CredentialPolicies policies;
    private final Instant now;

    NewAppDecision(Kinds kinds, ApiPermissions catalogue, CredentialPolicies policies, Instant now) {
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.policies = policies;
        this.now = now;
    }

    List<DomainEvent> decide(RegisterApp command) {
        var kind = KindRules.of(kinds, command.app().kind(), Kind.Group.CORE);
        return facts(checked(draft(command.appId(), kind, command.app(), command.redirectUris(), command.role())));
    }

    List<DomainEvent> decide(InstallDashboardApp command) {
        var kind = KindRules.of(kinds, command.app().kind(), Kind.Group.DASHBOARD);
        var draft = checked(draft(command.appId(), kind, command.app(), command.redirectUris(), command.role()));
        var first = draft.registered();
        return facts(
                draft, new DashboardAppInstalled(first.appId(), first.organizationId(), first.kind(), first.mode()));
    }

    List<DomainEvent> decide(ForkDashboardApp command) {
        var kind = KindRules.forkable(kinds, command.app().kind());
        var addresses = RedirectUris.of(command.redirectUri());
        var policy = policy(kind, command.app());
        var draft =
                checked(new Draft(command.appId(), kind, command.app(), policy, true, addresses, command.role(), null));
        var first = draft.registered();
        return facts(
                draft,
                new DashboardAppForked(
                        first.appId(),
                        first.organizationId(),
                        first.kind(),
                        first.mode(),
                        String.valueOf(first.redirectUri())));
    }

    List<DomainEvent> decide(RegisterSystemApp command) {
        var kind = KindRules.of(kinds, command.app().kind(), Kind.Group.SYSTEM);
        var policy = policy(kind, command.app());
        return facts(new Draft(
                command.appId(),
                kind,
                command.app(),
                policy,
                false,
                RedirectUris.NONE,
                command.role(),
                command.userId()));
    }

    private Draft draft(AppId id, Kind kind, NewApp app, RedirectUris addresses, @Nullable RoleInOrganization role) {
        return new Draft(id, kind, app, policy(kind, app), false, addresses, role, null);
    }

    private PolicyRules policy(Kind kind, NewApp app) {
        return PolicyRules.of(policies, kind, app.organizationId().value());
    }

    private Draft checked(Draft draft) {
        new Faults()
                .collect(() ->
                        KindRules.check(draft.kind(), draft.app(), draft.custom(), draft.addresses(), draft.role()))
                .collect(() -> draft.tokenScope(catalogue))
                .collect(draft::checkPolicy)
                .refuseIfAny();
        return draft;
    }

    private List<DomainEvent> facts(Draft draft, DomainEvent... more) {
        var facts = new ArrayList<DomainEvent>();
        facts.add(draft.registered());
        facts.addAll(List.of(more));
        if (draft.addresses().values().size() > 1) {
            facts.add(new RedirectUrisChanged(
                    draft.id().value(), draft.addresses().texts()));
        }
        facts.addAll(draft.tokenScope(catalogue));
        if (draft.app().secret() != null) {
            facts.add(added(draft, draft.app().secret()));
        }
        facts.addAll(
                Labels.NONE.decide(App.RESOURCE, draft.id().value(), draft.app().labels()));
        return facts;
    }

    private ClientSecretAdded added(Draft draft, FirstSecret first) {
        var secret = first.secret();
        var duration = draft.duration(first, new Faults());
        return new ClientSecretAdded(
                draft.id().value(),
                draft.app().organizationId().value(),
                secret.id().value(),
                null,
                secret.hint(),
                secret.verifier(),
                secret.pepperId(),
                duration.toString(),
                duration.endOf(now));
    }

    /** An app as it is asked for, of a kind that exists. */
    private record Draft(
            AppId id,
            Kind kind,
            NewApp app,
            PolicyRules policy,
            boolean custom,
            RedirectUris addresses,
            @Nullable RoleInOrganization role,
            @Nullable UserId userId) {
        AppRegistered registered() {
            return new AppRegistered(
                    id.value(),
                    app.organizationId().value(),
                    kind.name(),
                    app.mode().word(),
                    app.clientId(),
                    app.name().value(),
                    policy.lifetime(app.lifetime(), kind),
                    custom,
                    addresses.isEmpty() ? null : addresses.texts().getFirst(),
                    role == null ? null : role.roleId().value(),
                    userId == null ? null : userId.value());
        }

        void checkPolicy() {
            var faults = new Faults().and(policy.lifetimeFault(policy.lifetime(app.lifetime(), kind)));
            var first = app.secret();
            if (first != null) {
                policy.checkSecret(duration(first, faults), 1, faults);
            }
            faults.refuseIfAny();
        }

        SecretDuration duration(FirstSecret first, Faults faults) {
            return policy.duration(first.duration(), SecretDuration.P3Y, faults);
        }

        List<AppEvent> tokenScope(ApiPermissions catalogue) {
            return TokenScope.UNLIMITED.decide(id.value(), app.tokenScope(), catalogue);
        }
    }
}
