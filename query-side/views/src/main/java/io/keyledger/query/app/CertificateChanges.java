package io.keyledger.query.app;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateEvent;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the events of certificates change in their rows. Expiry by date shows before its event is recorded: the status is
 * computed when a row is read.
 */
final class CertificateChanges implements Changes {
    static final String TYPE = "certificates";
    static final String APP = "app_registration_id";
    static final String STATUS = "status";
    static final String REVOKED = "revoked";
    static final String EXPIRED = "expired";
    static final String NOT_BEFORE = "not_before";
    static final String NOT_AFTER = "not_after";

    @Override
    public boolean concerns(Class<?> eventType) {
        return CertificateEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return switch ((CertificateEvent) recorded.event()) {
            case CertificateAdded added ->
                List.of(Change.created(TYPE, added.certificateId(), values(added, recorded)));
            case CertificateExpired expired -> List.of(Change.updated(TYPE, expired.certificateId(), STATUS, EXPIRED));
            case CertificateRemoved removed -> List.of(Change.updated(TYPE, removed.certificateId(), STATUS, REVOKED));
        };
    }

    private static Map<String, @Nullable Object> values(CertificateAdded event, Recorded recorded) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("organization_id", event.organizationId());
        values.put(APP, event.appId());
        values.put("name", event.name());
        values.put("subject", event.subject());
        values.put("issuer", event.issuer());
        values.put("serial_number", event.serialNumber());
        values.put("thumbprint_sha1", event.thumbprintSha1());
        values.put("thumbprint_sha256", event.thumbprintSha256());
        values.put("key_type", event.keyType());
        values.put("key_size", event.keySize());
        values.put(NOT_BEFORE, event.notBefore());
        values.put(NOT_AFTER, event.notAfter());
        values.put(STATUS, "active");
        values.put("created_by", recorded.metaData().get(MetaKey.ACTOR_NAME));
        return values;
    }
}
