package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretEvent;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Applies one batch of events to the rows. Apps that users cannot create have none, nor have their credentials: whether
 * an app has any is known by its row for the token lifetime.
 */
record PolicyFacts(RowBatch rows, Kinds kinds) {
    private static final String LIFETIME = PolicyRule.MAX_TOKEN_LIFETIME.word();
    private static final String LIVE_SECRETS = PolicyRule.MAX_LIVE_SECRETS.word();

    private static final List<String> OF_APPS = List.of(LIFETIME, LIVE_SECRETS, PolicyRule.UNUSED_AFTER);
    private static final List<String> OF_SECRETS = List.of(
            PolicyRule.CLIENT_SECRETS_ALLOWED.word(), PolicyRule.MAX_SECRET_DURATION.word(), PolicyRule.UNUSED_AFTER);
    private static final List<String> OF_CERTIFICATES =
            List.of(PolicyRule.MAX_CERTIFICATE_DURATION.word(), PolicyRule.UNUSED_AFTER);

    /** The ids of the rows that an app can have. */
    static Stream<String> ofApp(String appId) {
        return ids(OF_APPS, appId);
    }

    /** The same of a client secret. */
    static Stream<String> ofSecret(String secretId) {
        return ids(OF_SECRETS, secretId);
    }

    /** The same of a certificate. */
    static Stream<String> ofCertificate(String certificateId) {
        return ids(OF_CERTIFICATES, certificateId);
    }

    private static Stream<String> ids(List<String> rules, String subject) {
        return rules.stream().map(rule -> FactRow.id(rule, subject));
    }

    /** Applies an event; returns the ids whose rows on last use it may have replaced. */
    List<String> take(AppEvent event, Recorded recorded) {
        switch (event) {
            case AppRegistered e -> {
                register(e, recorded);
                return List.of(e.appId());
            }
            case ClientSecretAdded e -> {
                add(e, recorded);
                return List.of(e.secretId());
            }
            case ClientSecretRotated e -> {
                ofSecret(e.secretId()).forEach(id -> change(id, recorded, row -> FactRow.endingAt(row, e.retiresAt())));
                changeLive(e.appId(), recorded, row -> LiveSecrets.with(row, e.secretId(), e.retiresAt()));
                return List.of(e.secretId());
            }
            case CertificateAdded e -> {
                add(e, recorded);
                return List.of(e.certificateId());
            }
            case TokenLifetimeChanged e -> change(e, recorded);
            case ClientSecretRemoved e -> end(e, recorded);
            case ClientSecretLeaked e -> end(e, recorded);
            case ClientSecretExpired e -> end(e, recorded);
            case CertificateRemoved e -> ofCertificate(e.certificateId()).forEach(rows::remove);
            case CertificateExpired e -> ofCertificate(e.certificateId()).forEach(rows::remove);
            case AppDeleted e ->
                rows.rows(row -> e.appId().equals(row.getString(FactRow.APP)))
                        .map(row -> row.getString(StoredRow.ID))
                        .toList()
                        .forEach(rows::remove);
            case DashboardAppInstalled _,
                    DashboardAppForked _,
                    AppAttributeEvent _,
                    ExpiryNoticeGiven _,
                    TokensRevoked _ -> {
                // no rule measures it
            }
        }
        return List.of();
    }

    private void change(TokenLifetimeChanged event, Recorded cause) {
        change(
                FactRow.id(LIFETIME, event.appId()),
                cause,
                row -> row.append(
                        FactRow.MEASURE, Measure.ofLifetime(event.expiresIn()).value()));
    }

    private void register(AppRegistered event, Recorded cause) {
        var kind = kinds.find(event.kind());
        if (kind != null && kind.creatable()) {
            var app = new RuleSubject(event.organizationId(), event.appId(), null);
            add(FactRow.of(Measure.ofLifetime(event.expiresIn()), app, cause));
            add(LiveSecrets.none(app, cause));
            add(FactRow.unused(app, cause));
        }
    }

    private void add(ClientSecretAdded event, Recorded cause) {
        var organization = organization(event.appId());
        if (organization != null) {
            var secret = RuleSubject.of(organization, event);
            add(FactRow.of(Measure.ofSecret(), secret, cause));
            add(FactRow.of(Measure.ofSecret(Term.parse(event.effectiveDuration())), secret, cause));
            add(FactRow.unused(secret, cause));
            changeLive(event.appId(), cause, row -> LiveSecrets.with(row, event.secretId(), event.expiresAt()));
        }
    }

    private void add(CertificateAdded event, Recorded cause) {
        var organization = organization(event.appId());
        if (organization != null) {
            var certificate = RuleSubject.of(organization, event);
            add(FactRow.of(Measure.ofCertificate(event.notBefore(), event.notAfter()), certificate, cause));
            add(FactRow.unused(certificate, cause));
        }
    }

    private void end(ClientSecretEvent event, Recorded cause) {
        ofSecret(event.secretId()).forEach(rows::remove);
        changeLive(event.appId(), cause, row -> LiveSecrets.without(row, event.secretId()));
    }

    private @Nullable String organization(String appId) {
        var app = rows.get(FactRow.id(LIFETIME, appId));
        return app == null ? null : app.getString(StoredRow.ORGANIZATION);
    }

    private void changeLive(String appId, Recorded cause, UnaryOperator<Document> change) {
        change(FactRow.id(LIVE_SECRETS, appId), cause, change);
    }

    private void add(Document row) {
        if (rows.get(row.getString(StoredRow.ID)) == null) {
            rows.put(row);
        }
    }

    /** A change with a sequence that the row has already is skipped. */
    private void change(String id, Recorded cause, UnaryOperator<Document> change) {
        var row = rows.get(id);
        if (row != null && row.getLong(StoredRow.SEQUENCE) < cause.sequence()) {
            rows.put(change.apply(new Document(row)).append(StoredRow.SEQUENCE, cause.sequence()));
        }
    }
}
