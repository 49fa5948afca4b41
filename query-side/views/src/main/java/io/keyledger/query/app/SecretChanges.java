package io.keyledger.query.app;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretEvent;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the events of client secrets change in their rows. Expiry by date shows before its event is recorded: the status
 * is computed when a row is read.
 */
final class SecretChanges implements Changes {
    static final String TYPE = "client_secrets";
    static final String APP = "app_registration_id";
    static final String HINT = "hint";
    static final String EXPIRES_AT = "expires_at";
    static final String STATUS = "status";
    static final String REVOKED = "revoked";
    static final String EXPIRED = "expired";

    @Override
    public boolean concerns(Class<?> eventType) {
        return ClientSecretEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return switch ((ClientSecretEvent) recorded.event()) {
            case ClientSecretAdded added ->
                List.of(Change.created(TYPE, added.secretId(), values(added, recorded))
                        .unseen("client_secret"));
            case ClientSecretRotated rotated ->
                List.of(Change.updated(
                        TYPE, rotated.secretId(), Map.of(STATUS, "retiring", EXPIRES_AT, rotated.retiresAt())));
            case ClientSecretExpired expired -> List.of(Change.updated(TYPE, expired.secretId(), STATUS, EXPIRED));
            case ClientSecretRemoved removed -> List.of(revoked(removed.secretId()));
            case ClientSecretLeaked leaked -> List.of(revoked(leaked.secretId()));
        };
    }

    private static Change revoked(String secretId) {
        return Change.updated(TYPE, secretId, STATUS, REVOKED);
    }

    private static Map<String, @Nullable Object> values(ClientSecretAdded event, Recorded recorded) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("organization_id", event.organizationId());
        values.put(APP, event.appId());
        values.put("name", event.name());
        values.put(HINT, event.hint());
        values.put("effective_duration", event.effectiveDuration());
        values.put("created_by", recorded.metaData().get(MetaKey.ACTOR_NAME));
        values.put(EXPIRES_AT, event.expiresAt());
        values.put(STATUS, "active");
        return values;
    }
}
