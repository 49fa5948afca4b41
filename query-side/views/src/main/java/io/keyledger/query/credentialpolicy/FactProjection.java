package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.view.follow.Projection;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps what the rules of policies measure of every app and credential there is. */
final class FactProjection implements Projection {
    private static final Set<Class<? extends AppEvent>> EVENTS = Set.of(
            AppRegistered.class,
            AppDeleted.class,
            TokenLifetimeChanged.class,
            ClientSecretAdded.class,
            ClientSecretRotated.class,
            ClientSecretRemoved.class,
            ClientSecretLeaked.class,
            ClientSecretExpired.class,
            CertificateAdded.class,
            CertificateRemoved.class,
            CertificateExpired.class);

    private final Kinds kinds;
    private final LastUses uses;

    FactProjection(Kinds kinds, LastUses uses) {
        this.kinds = kinds;
        this.uses = uses;
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return EVENTS.contains(eventType);
    }

    /**
     * Uses are looked up when the rows are written: a use noted meanwhile by somebody else is lost with the row that was
     * replaced, and one noted later finds its row.
     */
    @Override
    public void apply(ViewsDatabase views, List<Recorded> events) {
        var rows = new RowBatch(views, PolicyViews.FACTS);
        var facts = new PolicyFacts(rows, kinds);
        rows.load(events.stream().flatMap(FactProjection::rowsOf).toList());
        rows.loadBy(
                FactRow.APP, events.stream().flatMap(FactProjection::deleted).toList());
        events.forEach(facts::take);
        rows.write();
        FactUses.write(
                uses.of(events.stream().flatMap(FactProjection::subjects).toList()),
                views.collection(PolicyViews.FACTS));
    }

    private static Stream<String> rowsOf(Recorded recorded) {
        return switch (recorded.event()) {
            case ClientSecretAdded e -> ofSecret(e.secretId(), e.appId());
            case ClientSecretRotated e -> ofSecret(e.secretId(), e.appId());
            case ClientSecretRemoved e -> ofSecret(e.secretId(), e.appId());
            case ClientSecretLeaked e -> ofSecret(e.secretId(), e.appId());
            case ClientSecretExpired e -> ofSecret(e.secretId(), e.appId());
            case CertificateAdded e ->
                Stream.concat(PolicyFacts.ofCertificate(e.certificateId()), PolicyFacts.ofApp(e.appId()));
            case CertificateRemoved e -> PolicyFacts.ofCertificate(e.certificateId());
            case CertificateExpired e -> PolicyFacts.ofCertificate(e.certificateId());
            case AppEvent e -> PolicyFacts.ofApp(e.appId());
            default -> Stream.empty();
        };
    }

    private static Stream<String> ofSecret(String secretId, String appId) {
        return Stream.concat(PolicyFacts.ofSecret(secretId), PolicyFacts.ofApp(appId));
    }

    /** What has a row about its use that may have been written anew. */
    private static Stream<String> subjects(Recorded recorded) {
        return switch (recorded.event()) {
            case AppRegistered e -> Stream.of(e.appId());
            case ClientSecretAdded e -> Stream.of(e.secretId());
            case ClientSecretRotated e -> Stream.of(e.secretId());
            case CertificateAdded e -> Stream.of(e.certificateId());
            default -> Stream.empty();
        };
    }

    private static Stream<String> deleted(Recorded recorded) {
        return recorded.event() instanceof AppDeleted e ? Stream.of(e.appId()) : Stream.empty();
    }
}
