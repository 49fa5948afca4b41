package io.keyledger.command.app;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keyledger.command.decision.Faults;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.RedirectUriChanged;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.permission.ApiPermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** What can be changed of an app by asking for it; labels and credentials aside. */
@SuppressWarnings("NullAway.Init") // the first event of the app fills every field
class Settings {
    private String appId;
    private String organizationId;
    private String name;
    private boolean custom;
    private boolean disabled;
    private int expiresIn;
    private List<String> redirectUris;
    private @Nullable String roleId;
    private TokenScope tokenScope = TokenScope.UNLIMITED;

    void rename(RenameApp change) {
        var newName = change.name().value();
        if (!newName.equals(name)) {
            apply(new AppRenamed(appId, newName));
        }
    }

    /** What it was before may stay, whatever the policy has become. */
    void changeLifetime(ChangeTokenLifetime change, Kind kind, PolicyRules policy) {
        var seconds = policy.lifetime(change.lifetime(), kind);
        if (seconds != expiresIn) {
            new Faults().and(policy.lifetimeFault(seconds)).refuseIfAny();
            apply(new TokenLifetimeChanged(appId, expiresIn, seconds));
        }
    }

    void changeFirstAddress(ChangeRedirectUri change, Kind kind) {
        var now = new RedirectUris(redirectUris.stream().map(RedirectUri::new).toList());
        changeAddresses(now.withFirst(change.redirectUri()), kind, Representation.COMPACT);
    }

    void changeAddresses(ChangeRedirectUris change, Kind kind) {
        changeAddresses(change.redirectUris(), kind, Representation.FULL);
    }

    private void changeAddresses(RedirectUris addresses, Kind kind, Representation representation) {
        new Faults()
                .and(KindRules.redirectFault(kind, custom, addresses, representation))
                .refuseIfAny();
        if (!addresses.texts().equals(redirectUris)) {
            apply(new RedirectUrisChanged(appId, addresses.texts()));
        }
    }

    void assignRole(AssignRole change, Kind kind) {
        var role = change.role();
        new Faults()
                .and(KindRules.roleFault(kind, role, organizationId, change.representation()))
                .refuseIfAny();
        var newRoleId = role == null ? null : role.roleId().value();
        if (!Objects.equals(newRoleId, roleId)) {
            apply(new RoleAssigned(appId, newRoleId));
        }
    }

    void changeTokenScope(ChangeTokenScope change, ApiPermissions catalogue) {
        tokenScope.decide(appId, change.tokenScope(), catalogue).forEach(AggregateLifecycle::apply);
    }

    void setEnabled(SetAppEnabled change) {
        if (change.enabled() == disabled) {
            apply(change.enabled() ? new AppEnabled(appId) : new AppDisabled(appId));
        }
    }

    @EventSourcingHandler
    void on(AppEvent event) {
        switch (event) {
            case AppRegistered e -> begin(e);
            case AppRenamed e -> name = e.name();
            case TokenLifetimeChanged e -> expiresIn = e.expiresIn();
            case RedirectUriChanged e -> redirectUris = only(e.redirectUri());
            case RedirectUrisChanged e -> redirectUris = e.redirectUris();
            case RoleAssigned e -> roleId = e.roleId();
            case AppDisabled _ -> disabled = true;
            case AppEnabled _ -> disabled = false;
            default -> tokenScope = tokenScope.after(event);
        }
    }

    private void begin(AppRegistered event) {
        appId = event.appId();
        organizationId = event.organizationId();
        name = event.name();
        custom = event.custom();
        expiresIn = event.expiresIn();
        redirectUris = only(event.redirectUri());
        roleId = event.roleId();
    }

    private static List<String> only(@Nullable String address) {
        return Stream.ofNullable(address).toList();
    }
}
