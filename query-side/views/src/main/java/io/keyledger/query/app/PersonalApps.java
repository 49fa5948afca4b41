package io.keyledger.query.app;

import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Keeps the credentials of a personal app where the app is: it moves when its user leaves its organization. */
final class PersonalApps {
    private PersonalApps() {}

    /** The personal apps among these. */
    static Set<String> ids(RowBatch apps) {
        return apps.rows(row -> row.getString("user_id") != null)
                .map(row -> row.getString(StoredRow.ID))
                .collect(Collectors.toSet());
    }

    /** The credential belongs to the organization of its app. */
    static void follow(Document app, Document credential, RowBatch credentials) {
        var organization = app.getString(StoredRow.ORGANIZATION);
        if (!Objects.equals(organization, credential.getString(StoredRow.ORGANIZATION))) {
            credentials.put(new Document(credential).append(StoredRow.ORGANIZATION, organization));
        }
    }
}
