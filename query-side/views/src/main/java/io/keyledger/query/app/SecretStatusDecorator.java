package io.keyledger.query.app;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.RowDecorator;
import java.time.Instant;
import java.util.HashMap;

/** Shows a client secret whose expiry has passed as expired, unless it was revoked. */
final class SecretStatusDecorator implements RowDecorator {
    @Override
    public ResourceType type() {
        return Resources.CLIENT_SECRETS;
    }

    @Override
    public Row at(Instant now, Row row) {
        var values = row.values();
        if (SecretChanges.REVOKED.equals(values.get(SecretChanges.STATUS))
                || !(values.get(SecretChanges.EXPIRES_AT) instanceof Instant end)
                || now.isBefore(end)) {
            return row;
        }
        var shown = new HashMap<>(values);
        shown.put(SecretChanges.STATUS, SecretChanges.EXPIRED);
        return new Row(row.id(), row.organizationId(), row.version(), shown);
    }
}
