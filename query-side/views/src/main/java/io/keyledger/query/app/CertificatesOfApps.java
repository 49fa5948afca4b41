package io.keyledger.query.app;

import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Moves the certificates of a personal app with it; removes those of a deleted app. */
final class CertificatesOfApps implements Consumer<Map<String, RowBatch>> {
    @Override
    public void accept(Map<String, RowBatch> rows) {
        var apps = Objects.requireNonNull(rows.get(AppChanges.TYPE));
        var certificates = Objects.requireNonNull(rows.get(CertificateChanges.TYPE));
        certificates.loadBy(CertificateChanges.APP, apps.removed());
        certificates.loadBy(CertificateChanges.APP, PersonalApps.ids(apps));
        var touched = certificates.rows(certificate -> true).toList();
        apps.load(touched.stream()
                .map(certificate -> certificate.getString(CertificateChanges.APP))
                .toList());
        for (var certificate : touched) {
            var app = apps.get(certificate.getString(CertificateChanges.APP));
            if (app == null) {
                certificates.remove(certificate.getString(StoredRow.ID));
            } else {
                PersonalApps.follow(app, certificate, certificates);
            }
        }
    }
}
