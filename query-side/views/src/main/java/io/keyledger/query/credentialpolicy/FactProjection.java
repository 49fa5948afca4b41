package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretEvent;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.view.follow.Projection;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what credential policies measure of every app and credential, one row for each rule. */
final class FactProjection implements Projection {
    private final Kinds kinds;
    private final LastUses uses;

    FactProjection(Kinds kinds, LastUses uses) {
        this.kinds = kinds;
        this.uses = uses;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return AppEvent.class.isAssignableFrom(eventType);
    }

    /**
     * Last uses are looked up after the rows are written: replacing a row loses a use that another thread has written
     * to it meanwhile; later ones find the new row.
     */
    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        var rows = new RowBatch(views, PolicyViews.FACTS);
        var facts = new PolicyFacts(rows, kinds);
        rows.load(events.stream()
                .map(FactProjection::event)
                .flatMap(FactProjection::rowsOf)
                .toList());
        rows.loadBy(
                FactRow.APP, events.stream().flatMap(FactProjection::deleted).toList());
        var written = events.stream()
                .flatMap(recorded -> facts.take(event(recorded), recorded).stream())
                .toList();
        rows.write();
        FactUses.write(uses.of(written), views.collection(PolicyViews.FACTS));
    }

    private static AppEvent event(Recorded recorded) {
        return (AppEvent) recorded.event();
    }

    private static Stream<String> rowsOf(AppEvent event) {
        return switch (event) {
            case ClientSecretEvent e -> Stream.concat(PolicyFacts.ofSecret(e.secretId()), PolicyFacts.ofApp(e.appId()));
            case CertificateAdded e ->
                Stream.concat(PolicyFacts.ofCertificate(e.certificateId()), PolicyFacts.ofApp(e.appId()));
            case CertificateRemoved e -> PolicyFacts.ofCertificate(e.certificateId());
            case CertificateExpired e -> PolicyFacts.ofCertificate(e.certificateId());
            case AppRegistered _, TokenLifetimeChanged _, AppDeleted _ -> PolicyFacts.ofApp(event.appId());
            case DashboardAppInstalled _,
                    DashboardAppForked _,
                    AppAttributeEvent _,
                    ExpiryNoticeGiven _,
                    TokensRevoked _ -> Stream.empty();
        };
    }

    private static Stream<String> deleted(Recorded recorded) {
        return recorded.event() instanceof AppDeleted e ? Stream.of(e.appId()) : Stream.empty();
    }
}
