package io.keyledger.query.audit;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.RowDecorator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** Shows the first type of an entry as its type: the row has all of them in that field, for filters. */
final class AuditEntryDecorator implements RowDecorator {
    @Override
    public ResourceType type() {
        return Resources.AUDIT_EVENTS;
    }

    @Override
    public Row at(Instant now, Row row) {
        var values = new HashMap<>(row.values());
        if (values.get(AuditEntry.TYPE) instanceof List<?> types) {
            values.put(AuditEntry.TYPE, types.getFirst());
            values.put(AuditEntry.TYPES, types);
        }
        return new Row(row.id(), row.organizationId(), row.version(), values);
    }
}
