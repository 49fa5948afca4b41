package io.keyledger.query.lifetime;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.CertificateEvent;
import io.keyledger.kernel.app.ClientSecretEvent;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of apps change in token lifetimes and their history. */
final class LifetimeChanges implements Changes {
    static final String LIFETIMES = "token_lifetimes";
    static final String HISTORY = "token_lifetime_changes";
    static final String LIFETIME_ID = "token_lifetime_id";
    static final String KIND = "kind";
    static final String EXPIRES_IN = "expires_in";

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
            case AppDeleted deleted -> List.of(Change.deleted(LIFETIMES, deleted.appId()));
            case DashboardAppInstalled _,
                    DashboardAppForked _,
                    AppAttributeEvent _,
                    ClientSecretEvent _,
                    CertificateEvent _,
                    ExpiryNoticeGiven _,
                    TokensRevoked _ -> List.of();
        };
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
