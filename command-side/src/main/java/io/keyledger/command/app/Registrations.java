package io.keyledger.command.app;

import io.keyledger.command.resource.Labels;
import io.keyledger.command.resource.RoleInOrganization;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the first facts of an app, when it has no state yet but the kind table's. */
final class Registrations {
    private static final SecretDuration FIRST_SECRET = SecretDuration.P3Y;

    private final Kinds kinds;
    private final Instant now;

    Registrations(Kinds kinds, Instant now) {
        this.kinds = kinds;
        this.now = now;
    }

    List<DomainEvent> decide(RegisterApp command) {
        var kind = KindRules.of(kinds, command.app().kind(), Kind.Group.CORE);
        KindRules.check(kind, command.app(), false, command.redirectUri(), command.role());
        return facts(
                command.app(),
                registered(command.appId(), kind, command.app(), false, command.redirectUri(), command.role(), null));
    }

    List<DomainEvent> decide(InstallDashboardApp command) {
        var app = command.app();
        var kind = KindRules.of(kinds, app.kind(), Kind.Group.DASHBOARD);
        KindRules.check(kind, app, false, command.redirectUri(), command.role());
        var first = registered(command.appId(), kind, app, false, command.redirectUri(), command.role(), null);
        return facts(
                app,
                first,
                new DashboardAppInstalled(first.appId(), first.organizationId(), first.kind(), first.mode()));
    }

    List<DomainEvent> decide(ForkDashboardApp command) {
        var app = command.app();
        var kind = KindRules.forkable(kinds, app.kind());
        KindRules.check(kind, app, true, command.redirectUri(), command.role());
        var first = registered(command.appId(), kind, app, true, command.redirectUri(), command.role(), null);
        return facts(
                app,
                first,
                new DashboardAppForked(
                        first.appId(),
                        first.organizationId(),
                        first.kind(),
                        first.mode(),
                        String.valueOf(first.redirectUri())));
    }

    List<DomainEvent> decide(RegisterSystemApp command) {
        var kind = KindRules.of(kinds, command.app().kind(), Kind.Group.SYSTEM);
        return facts(
                command.app(),
                registered(command.appId(), kind, command.app(), false, null, command.role(), command.userId()));
    }

    private static AppRegistered registered(
            AppId id,
            Kind kind,
            NewApp app,
            boolean custom,
            @Nullable RedirectUri redirectUri,
            @Nullable RoleInOrganization role,
            @Nullable UserId userId) {
        return new AppRegistered(
                id.value(),
                app.organizationId().value(),
                kind.name(),
                app.mode().word(),
                app.clientId(),
                app.name().value(),
                app.lifetime() == null ? kind.defaultLifetime() : app.lifetime().seconds(),
                custom,
                redirectUri == null ? null : redirectUri.value(),
                role == null ? null : role.roleId().value(),
                userId == null ? null : userId.value());
    }

    private List<DomainEvent> facts(NewApp app, AppRegistered registered, DomainEvent... more) {
        var facts = new ArrayList<DomainEvent>();
        facts.add(registered);
        facts.addAll(List.of(more));
        var secret = app.secret();
        facts.add(new ClientSecretAdded(
                registered.appId(),
                registered.organizationId(),
                secret.id().value(),
                null,
                secret.hint(),
                secret.verifier(),
                secret.pepperId(),
                FIRST_SECRET.name(),
                FIRST_SECRET.endOf(now)));
        facts.addAll(Labels.NONE.decide(App.RESOURCE, registered.appId(), app.labels()));
        return facts;
    }
}
