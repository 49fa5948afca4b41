package io.keyledger.query.app;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.RowDecorator;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Computes the status of a certificate from its dates, unless it was revoked. */
final class CertificateStatusDecorator implements RowDecorator {
    @Override
    public ResourceType type() {
        return Resources.CERTIFICATES;
    }

    @Override
    public Row at(Instant now, Row row) {
        var status = status(now, row);
        if (status == null || CertificateChanges.REVOKED.equals(row.values().get(CertificateChanges.STATUS))) {
            return row;
        }
        var shown = new HashMap<>(row.values());
        shown.put(CertificateChanges.STATUS, status);
        return new Row(row.id(), row.organizationId(), row.version(), shown);
    }

    private static @Nullable String status(Instant now, Row row) {
        if (row.values().get(CertificateChanges.NOT_AFTER) instanceof Instant end && now.isAfter(end)) {
            return CertificateChanges.EXPIRED;
        }
        return row.values().get(CertificateChanges.NOT_BEFORE) instanceof Instant begin && now.isBefore(begin)
                ? "not_yet_valid"
                : null;
    }
}
