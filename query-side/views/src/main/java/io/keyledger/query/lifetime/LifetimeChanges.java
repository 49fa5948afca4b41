package io.keyledger.query.lifetime;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of apps change about the life of their tokens. */
final class LifetimeChanges implements Changes {
    static final String LIFETIMES = "token_lifetimes";
    static final String HISTORY = "token_lifetime_changes";
    static final String LIFETIME_ID = "token_lifetime_id";
    static final String KIND = "kind";
    static final String EXPIRES_IN = "expires_in";

    private static final Set<Class<?>> EVENTS =
            Set.of(AppRegistered.class, AppRenamed.class, TokenLifetimeChanged.class, AppDeleted.class);

    @Override
    public boolean concerns(Class<?> eventType) {
        return EVENTS.contains(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return switch (recorded.event()) {
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
            default -> List.of();
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
