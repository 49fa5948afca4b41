package io.keyledger.query.app;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.query.reader.RowDecorator;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Shows hint and expiry of an app's newest live secret.
 *
 * @param type the face of apps that has them
 */
record LiveSecretDecorator(ResourceType type) implements RowDecorator {
    @Override
    public Row at(Instant now, Row row) {
        var newest = newest(now, row.values().get(SecretsOfApps.SECRETS));
        var values = new HashMap<>(row.values());
        values.put("client_secret_hint", newest == null ? null : newest.getString(SecretChanges.HINT));
        values.put("client_secret_expires_at", newest == null ? null : end(newest));
        return new Row(row.id(), row.organizationId(), row.version(), values);
    }

    private static @Nullable Document newest(Instant now, @Nullable Object secrets) {
        return secrets instanceof List<?> known
                ? known.stream()
                        .map(Document.class::cast)
                        .filter(secret -> now.isBefore(end(secret)))
                        .reduce((older, newer) -> newer)
                        .orElse(null)
                : null;
    }

    private static Instant end(Document secret) {
        Date end = secret.getDate(SecretChanges.EXPIRES_AT);
        return end.toInstant();
    }
}
