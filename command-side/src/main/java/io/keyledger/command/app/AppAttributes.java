package io.keyledger.command.app;

import io.keyledger.command.decision.Faults;
import io.keyledger.command.decision.Labels;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDescribed;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.CustomerScopeChanged;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.kernel.reference.LabelEvent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** The attributes of an app, without its credentials: as registered, with all changes since. */
@SuppressWarnings("NullAway.Init") // the first event of the app fills every field
class AppAttributes {
    private String id;
    private String organizationId;
    private String clientId;
    private String kind;
    private @Nullable String userId;
    private boolean custom;
    private String name;
    private @Nullable String description;
    private boolean disabled;
    private int expiresIn;
    private List<String> redirectUris;
    private @Nullable String roleId;
    private TokenScope tokenScope = TokenScope.UNLIMITED;
    private Labels labels = Labels.NONE;

    /** What a change is checked against. */
    record Rules(Kind kind, ApiPermissions catalogue, PolicyRules policy) {}

    /** The attributes right after the registration. */
    static AppAttributes of(AppRegistered event) {
        var attributes = new AppAttributes();
        attributes.on(event);
        return attributes;
    }

    String organizationId() {
        return organizationId;
    }

    Kind kind(Kinds kinds) {
        return kinds.get(kind);
    }

    /** The rules of the organization's policy; none for system apps. */
    PolicyRules policy(CredentialPolicies policies, Kinds kinds) {
        return PolicyRules.of(policies, kind(kinds), organizationId);
    }

    /**
     * Refuses to change system apps, whose credentials the service manages. The exception: users add and rotate the
     * secrets of their own personal app, and nobody else does, because they could then act in that user's name.
     *
     * @param actor id of the user who may do it when it is their personal app; null for no exception
     */
    void requireChangeable(Kinds kinds, @Nullable String actor) {
        if (!kind(kinds).creatable() && (userId == null || !userId.equals(actor))) {
            throw KindRules.systemApp();
        }
    }

    /** The events of the change; none when it changes nothing. */
    List<? extends DomainEvent> decide(AppChange change, Rules rules) {
        return switch (change) {
            case RenameApp c -> renamed(c.name().value());
            case DescribeApp c -> described(c.description());
            case ChangeTokenLifetime c -> changeLifetime(c, rules);
            case ChangeRedirectUri c -> changeFirstAddress(c, rules.kind());
            case ChangeRedirectUris c -> changeAddresses(c.redirectUris(), rules.kind(), Representation.FULL);
            case AssignRole c -> assignRole(c, rules.kind());
            case ChangeTokenScope c -> tokenScope.decide(id, c.tokenScope(), rules.catalogue());
            case SetAppEnabled c -> setEnabled(c.enabled());
            case ChangeAppLabels c -> labels.decide(App.RESOURCE, id, c.labels());
        };
    }

    private List<AppAttributeEvent> renamed(String newName) {
        return newName.equals(name) ? List.of() : List.of(new AppRenamed(id, newName));
    }

    private List<AppAttributeEvent> described(@Nullable String newDescription) {
        return Objects.equals(newDescription, description) ? List.of() : List.of(new AppDescribed(id, newDescription));
    }

    /** An unchanged lifetime is accepted even when the policy has become stricter. */
    private List<AppAttributeEvent> changeLifetime(ChangeTokenLifetime change, Rules rules) {
        var seconds = rules.policy().lifetime(change.lifetime(), rules.kind());
        if (seconds == expiresIn) {
            return List.of();
        }
        new Faults().and(rules.policy().lifetimeFault(seconds)).refuseIfAny();
        return List.of(new TokenLifetimeChanged(id, expiresIn, seconds));
    }

    private List<AppAttributeEvent> changeFirstAddress(ChangeRedirectUri change, Kind ofKind) {
        var now = new RedirectUris(redirectUris.stream().map(RedirectUri::new).toList());
        return changeAddresses(now.withFirst(change.redirectUri()), ofKind, Representation.COMPACT);
    }

    private List<AppAttributeEvent> changeAddresses(
            RedirectUris addresses, Kind ofKind, Representation representation) {
        new Faults()
                .and(KindRules.redirectFault(ofKind, custom, addresses, representation))
                .refuseIfAny();
        return addresses.texts().equals(redirectUris)
                ? List.of()
                : List.of(new RedirectUrisChanged(id, addresses.texts()));
    }

    private List<AppAttributeEvent> assignRole(AssignRole change, Kind ofKind) {
        var role = change.role();
        new Faults()
                .and(KindRules.roleFault(ofKind, role, organizationId, change.representation()))
                .refuseIfAny();
        var newRoleId = role == null ? null : role.roleId().value();
        return Objects.equals(newRoleId, roleId) ? List.of() : List.of(new RoleAssigned(id, newRoleId));
    }

    /** Nothing for an app that is not that user's, or is there already. */
    List<AppAttributeEvent> moved(MovePersonalApp command) {
        var user = command.userId().value();
        var to = command.to() == null ? user : command.to().value();
        return user.equals(userId) && !to.equals(organizationId)
                ? List.of(new PersonalAppMoved(id, clientId, user, organizationId, to))
                : List.of();
    }

    private List<AppAttributeEvent> setEnabled(boolean enabled) {
        if (enabled != disabled) {
            return List.of();
        }
        return List.of(enabled ? new AppEnabled(id) : new AppDisabled(id));
    }

    @EventSourcingHandler
    void on(AppRegistered event) {
        id = event.appId();
        organizationId = event.organizationId();
        clientId = event.clientId();
        kind = event.kind();
        userId = event.userId();
        custom = event.custom();
        name = event.name();
        expiresIn = event.expiresIn();
        redirectUris = only(event.redirectUri());
        roleId = event.roleId();
    }

    @EventSourcingHandler
    void on(AppAttributeEvent event) {
        switch (event) {
            case AppRenamed e -> name = e.name();
            case AppDescribed e -> description = e.description();
            case TokenLifetimeChanged e -> expiresIn = e.expiresIn();
            case RedirectUrisChanged e -> redirectUris = e.redirectUris();
            case RoleAssigned e -> roleId = e.roleId();
            case ApiPermissionsChanged e -> tokenScope = tokenScope.after(e);
            case CustomerScopeChanged e -> tokenScope = tokenScope.after(e);
            case PersonalAppMoved e -> organizationId = e.organizationId();
            case AppDisabled _ -> disabled = true;
            case AppEnabled _ -> disabled = false;
        }
    }

    @EventSourcingHandler
    void on(LabelEvent event) {
        labels = labels.after(event);
    }

    private static List<String> only(@Nullable String address) {
        return Stream.ofNullable(address).toList();
    }
}
