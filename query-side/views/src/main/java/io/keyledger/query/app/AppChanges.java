package io.keyledger.query.app;

import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDescribed;
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
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of apps change. */
final class AppChanges implements Changes {
    static final String TYPE = "api_credentials";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String SCOPES = "scopes";
    private static final String STANDARD_SCOPES = "market:all";
    private static final String STATUS = "status";
    private static final String ACTIVE = "active";

    private final Kinds kinds;

    AppChanges(Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return AppEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return List.of(of((AppEvent) recorded.event()));
    }

    private Change of(AppEvent event) {
        return switch (event) {
            case AppRegistered registered -> Change.created(TYPE, registered.appId(), values(registered));
            case DashboardAppInstalled installed -> Change.touched(TYPE, installed.appId());
            case DashboardAppForked forked -> Change.touched(TYPE, forked.appId());
            case AppRenamed renamed -> updated(renamed, "name", renamed.name());
            case AppDescribed described -> updated(described, "description", described.description());
            case TokenLifetimeChanged changed -> updated(changed, "expires_in", changed.expiresIn());
            case RedirectUrisChanged changed -> addressed(changed, changed.redirectUris());
            case ApiPermissionsChanged changed -> permitted(changed);
            case CustomerScopeChanged changed -> Change.updated(TYPE, changed.appId(), values(changed));
            case PersonalAppMoved moved -> updated(moved, "organization_id", moved.organizationId());
            case AppDisabled disabled -> updated(disabled, STATUS, "disabled");
            case AppEnabled enabled -> updated(enabled, STATUS, ACTIVE);
            case RoleAssigned assigned -> updated(assigned, "role_id", assigned.roleId());
            case ClientSecretAdded added -> secretAdded(added);
            case ClientSecretRotated _, ClientSecretRemoved _, ClientSecretLeaked _ ->
                Change.touched(TYPE, event.appId()).unseen(CLIENT_SECRET);
            case ClientSecretExpired _, ExpiryNoticeGiven _, TokensRevoked _ -> Change.touched(TYPE, event.appId());
            case CertificateAdded _, CertificateRemoved _, CertificateExpired _ -> Change.touched(TYPE, event.appId());
            case AppDeleted deleted -> Change.deleted(TYPE, deleted.appId());
        };
    }

    private static Change updated(AppEvent event, String attribute, @Nullable Object value) {
        return Change.updated(TYPE, event.appId(), attribute, value);
    }

    /** The compact face has the first address only, the full one all. */
    private static Change addressed(AppEvent event, List<String> addresses) {
        return Change.updated(TYPE, event.appId(), addresses(addresses));
    }

    private static Map<String, @Nullable Object> addresses(List<String> all) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("redirect_uri", all.isEmpty() ? null : all.getFirst());
        values.put("redirect_uris", all);
        return values;
    }

    /** The compact face has them as scopes; without any, the default scope. */
    private static Change permitted(ApiPermissionsChanged event) {
        var permissions = event.permissions();
        var scopes = permissions.isEmpty() ? STANDARD_SCOPES : String.join(" ", permissions);
        return Change.updated(TYPE, event.appId(), Map.of("permissions", permissions, SCOPES, scopes));
    }

    private static List<String> only(@Nullable String address) {
        return address == null ? List.of() : List.of(address);
    }

    private static Map<String, @Nullable Object> values(CustomerScopeChanged event) {
        return Map.of(
                "customer_scope", event.scope(),
                "customer_ids", event.customerIds(),
                "customer_group_ids", event.customerGroupIds());
    }

    private static Change secretAdded(ClientSecretAdded event) {
        return Change.updated(
                        TYPE,
                        event.appId(),
                        Map.of(
                                "client_secret_hint", event.hint(),
                                "client_secret_expires_at", event.expiresAt()))
                .unseen(CLIENT_SECRET);
    }

    private Map<String, @Nullable Object> values(AppRegistered event) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("organization_id", event.organizationId());
        values.put("name", event.name());
        values.put("description", null);
        values.put("kind", event.kind());
        values.put("confidential", isConfidential(event.kind()));
        values.putAll(addresses(only(event.redirectUri())));
        values.put("permissions", List.of());
        values.put("customer_scope", "all_customers");
        values.put("customer_ids", List.of());
        values.put("customer_group_ids", List.of());
        values.put(STATUS, ACTIVE);
        values.put("client_id", event.clientId());
        values.put(CLIENT_SECRET, null);
        values.put("client_secret_hint", null);
        values.put("client_secret_expires_at", null);
        values.put(SCOPES, event.kind().equals("user") ? "provisioning-api" : STANDARD_SCOPES);
        values.put("expires_in", event.expiresIn());
        values.put("mode", event.mode());
        values.put("custom", event.custom());
        values.put("role_id", event.roleId());
        values.put("user_id", event.userId());
        return values;
    }

    /** A kind that an operator's table has no more counts as confidential: its apps are still shown. */
    private boolean isConfidential(String name) {
        var kind = kinds.find(name);
        return kind == null || kind.confidential();
    }
}
