package io.keyledger.query.app;

import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Keeps in the row of an app hint and expiry of each secret that is not revoked, in the order of their making, so that
 * showing the app takes no second look-up; removes the secrets of a deleted app.
 */
final class SecretsOfApps implements Consumer<Map<String, RowBatch>> {
    /** The field of an app's row. */
    static final String SECRETS = "secrets";

    private static final String MADE_AT = "created_at";
    private static final Comparator<Document> ORDER = Comparator.<Document, Date>comparing(
                    secret -> secret.getDate(MADE_AT))
            .thenComparing(secret -> secret.getString(StoredRow.ID));

    @Override
    public void accept(Map<String, RowBatch> rows) {
        var apps = Objects.requireNonNull(rows.get(AppChanges.TYPE));
        var secrets = Objects.requireNonNull(rows.get(SecretChanges.TYPE));
        secrets.loadBy(SecretChanges.APP, apps.removed());
        secrets.loadBy(SecretChanges.APP, PersonalApps.ids(apps));
        var touched = secrets.rows(secret -> true).toList();
        apps.load(touched.stream().map(SecretsOfApps::app).toList());
        for (var secret : touched) {
            var app = apps.get(app(secret));
            if (app == null) {
                secrets.remove(secret.getString(StoredRow.ID));
            } else {
                apps.put(with(app, secret));
                PersonalApps.follow(app, secret, secrets);
            }
        }
    }

    private static String app(Document secret) {
        return secret.getString(SecretChanges.APP);
    }

    private static Document with(Document app, Document secret) {
        var known = new ArrayList<>(app.getList(SECRETS, Document.class, List.of()));
        known.removeIf(other -> other.getString(StoredRow.ID).equals(secret.getString(StoredRow.ID)));
        if (!SecretChanges.REVOKED.equals(secret.getString(SecretChanges.STATUS))) {
            known.add(entry(secret));
            known.sort(ORDER);
        }
        return new Document(app).append(SECRETS, known);
    }

    private static Document entry(Document secret) {
        var entry = new Document();
        Stream.of(StoredRow.ID, MADE_AT, SecretChanges.HINT, SecretChanges.EXPIRES_AT)
                .forEach(field -> entry.append(field, secret.get(field)));
        return entry;
    }
}
