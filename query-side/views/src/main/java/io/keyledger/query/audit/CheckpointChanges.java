package io.keyledger.query.audit;

import io.keyledger.kernel.Id;
import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Recorded;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every signed checkpoint is a resource. */
final class CheckpointChanges implements Changes {
    static final String TYPE = "audit_checkpoints";

    @Override
    public boolean concerns(Class<?> eventType) {
        return eventType == AuditCheckpointSigned.class;
    }

    @Override
    public List<Change> of(Recorded recorded) {
        return recorded.event() instanceof AuditCheckpointSigned signed ? List.of(created(signed)) : List.of();
    }

    private static Change created(AuditCheckpointSigned signed) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(AuditEntry.ORGANIZATION, signed.organizationId());
        values.put(AuditEntry.POSITION, signed.position());
        values.put(AuditEntry.HASH, signed.hash());
        values.put("key_id", signed.keyId());
        values.put("signed_at", signed.signedAt());
        values.put("jws", signed.jws());
        var id = Id.derivedFrom(
                "checkpoint/" + signed.organizationId() + '/' + signed.position() + '/' + signed.keyId());
        return Change.created(TYPE, id, values);
    }
}
