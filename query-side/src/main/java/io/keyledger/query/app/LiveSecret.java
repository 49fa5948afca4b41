package io.keyledger.query.app;

import io.keyledger.kernel.web.ResourceType;
import io.keyledger.kernel.web.Resources;
import io.keyledger.kernel.web.Row;
import io.keyledger.query.reader.Shown;
import java.time.Instant;
import java.util.HashMap;

/** An app shows the hint and the end of its newest secret as long as that one lives. */
final class LiveSecret implements Shown {
    private static final String EXPIRES_AT = "client_secret_expires_at";

    @Override
    public ResourceType type() {
        return Resources.API_CREDENTIALS;
    }

    @Override
    public Row at(Instant now, Row row) {
        if (!(row.values().get(EXPIRES_AT) instanceof Instant end) || now.isBefore(end)) {
            return row;
        }
        var values = new HashMap<>(row.values());
        values.put("client_secret_hint", null);
        values.put(EXPIRES_AT, null);
        return new Row(row.id(), row.organizationId(), row.version(), values);
    }
}
