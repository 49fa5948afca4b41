package io.keyledger.query.lifetime;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateEvent;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretEvent;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of apps change in token lifetimes, their history, and what their tokens are got with. */
final class LifetimeChanges implements Changes {
    static final String LIFETIMES = "token_lifetimes";
    static final String HISTORY = "token_lifetime_changes";
    /** The credentials that an app's tokens may have been got with; shown nowhere. */
    static final String CREDENTIALS = "token_credentials";

    static final String LIFETIME_ID = "token_lifetime_id";
    static final String KIND = "kind";
    static final String EXPIRES_IN = "expires_in";
    /** When all tokens were last ended; not there when they never were. */
    static final String TOKENS_SINCE = "tokens_since";
    /** Of a credential: tokens that were got with it live no longer. */
    static final String ENDS_AT = "ends_at";

    @Override
    public boolean concerns(Class<?> eventType) {
        return AppEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return switch ((AppEvent) recorded.event()) {
            case AppRegistered registered ->
                List.of(
                        Change.created(LIFETIMES, registered.appId(), values(registered, recorded)),
                        entry(registered.appId(), recorded, null, registered.expiresIn()));
            case AppRenamed renamed -> List.of(Change.updated(LIFETIMES, renamed.appId(), "name", renamed.name()));
            case TokenLifetimeChanged changed ->
                List.of(
                        Change.updated(
                                LIFETIMES, changed.appId(), set(recorded, changed.previous(), changed.expiresIn())),
                        entry(changed.appId(), recorded, changed.previous(), changed.expiresIn()));
            case PersonalAppMoved moved ->
                List.of(Change.updated(LIFETIMES, moved.appId(), "organization_id", moved.organizationId()));
            case AppDeleted deleted -> List.of(Change.deleted(LIFETIMES, deleted.appId()));
            case TokensRevoked revoked -> ended(revoked.appId(), recorded);
            case AppDisabled disabled -> ended(disabled.appId(), recorded);
            case ClientSecretEvent secret -> of(secret);
            case CertificateEvent certificate -> of(certificate);
            case DashboardAppInstalled _, DashboardAppForked _, AppAttributeEvent _, ExpiryNoticeGiven _ -> List.of();
        };
    }

    private static List<Change> ended(String appId, Recorded recorded) {
        return List.of(Change.updated(LIFETIMES, appId, TOKENS_SINCE, recorded.at()));
    }

    /** The natural end of a credential ends no token. */
    private static List<Change> of(ClientSecretEvent event) {
        return switch (event) {
            case ClientSecretAdded e -> List.of(added(e.secretId(), e.appId()));
            case ClientSecretRotated e -> List.of(Change.updated(CREDENTIALS, e.secretId(), ENDS_AT, e.retiresAt()));
            case ClientSecretRemoved e -> List.of(Change.deleted(CREDENTIALS, e.secretId()));
            case ClientSecretLeaked e -> List.of(Change.deleted(CREDENTIALS, e.secretId()));
            case ClientSecretExpired _ -> List.of();
        };
    }

    private static List<Change> of(CertificateEvent event) {
        return switch (event) {
            case CertificateAdded e -> List.of(added(e.certificateId(), e.appId()));
            case CertificateRemoved e -> List.of(Change.deleted(CREDENTIALS, e.certificateId()));
            case CertificateExpired _ -> List.of();
        };
    }

    private static Change added(String credentialId, String appId) {
        return Change.created(CREDENTIALS, credentialId, Map.of(LIFETIME_ID, appId));
    }

    private static Map<String, @Nullable Object> values(AppRegistered event, Recorded recorded) {
        var values = set(recorded, null, event.expiresIn());
        values.put("organization_id", event.organizationId());
        values.put("app_registration_id", event.appId());
        values.put("name", event.name());
        values.put(KIND, event.kind());
        values.put("mode", event.mode());
        return values;
    }

    private static Change entry(String appId, Recorded recorded, @Nullable Integer previous, int expiresIn) {
        var values = set(recorded, previous, expiresIn);
        values.put(LIFETIME_ID, appId);
        values.put("actor_kind", recorded.metaData().get(MetaKey.ACTOR_KIND));
        values.put("actor_id", recorded.metaData().get(MetaKey.ACTOR_ID));
        return Change.created(HISTORY, Id.derivedFrom(recorded.id() + '/' + HISTORY), values);
    }

    private static Map<String, @Nullable Object> set(Recorded recorded, @Nullable Integer previous, int expiresIn) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(EXPIRES_IN, expiresIn);
        values.put("previous", previous);
        values.put("changed_at", recorded.at());
        values.put("changed_by", recorded.metaData().get(MetaKey.ACTOR_NAME));
        return values;
    }
}
