package io.keyledger.query.expiry;

import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewsDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** Keeps the days before expiry at which organizations want notices, one row for each that has changed its policy. */
final class NoticeProjector {
    static final String COLLECTION = "expiry_notice_days_v1";
    private static final String DAYS = "days";

    private final ViewsDatabase views;

    NoticeProjector(ViewsDatabase views) {
        this.views = views;
    }

    /** Applies the events of policies; returns the organizations that changed theirs. */
    Set<String> take(List<Recorded> events) {
        var said = events.stream()
                .filter(recorded -> recorded.event() instanceof CredentialPolicyChanged)
                .toList();
        var organizations = said.stream().map(NoticeProjector::organization).collect(Collectors.toSet());
        var rows = new RowBatch(views, COLLECTION);
        rows.load(organizations);
        said.forEach(recorded -> take(recorded, rows));
        rows.write();
        return organizations;
    }

    /** The notice days by organization, of these organizations. */
    Function<String, NoticeDays> of(Collection<String> organizations) {
        var rows = new RowBatch(views, COLLECTION);
        rows.load(organizations);
        return organization -> {
            var row = rows.get(organization);
            return row == null ? NoticeDays.DEFAULT : new NoticeDays(row.getList(DAYS, Integer.class));
        };
    }

    private static void take(Recorded recorded, RowBatch rows) {
        var row = rows.get(organization(recorded));
        if (row == null || row.getLong(StoredRow.SEQUENCE) < recorded.sequence()) {
            var event = (CredentialPolicyChanged) recorded.event();
            rows.put(new Document(StoredRow.ID, event.organizationId())
                    .append(StoredRow.SEQUENCE, recorded.sequence())
                    .append(DAYS, event.expiryNotices()));
        }
    }

    private static String organization(Recorded recorded) {
        return ((CredentialPolicyChanged) recorded.event()).organizationId();
    }
}
