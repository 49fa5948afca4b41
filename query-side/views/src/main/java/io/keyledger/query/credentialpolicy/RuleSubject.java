package io.keyledger.query.credentialpolicy;

import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.expiry.CredentialKind;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a rule measures: an app, or one of its credentials.
 *
 * @param credential null for the app itself
 */
record RuleSubject(
        String organizationId, String appId, @Nullable Credential credential) {
    private static final int SMALLEST_STEP_MILLIS = 1;

    static RuleSubject of(String organizationId, ClientSecretAdded event) {
        var secret = new Credential(
                CredentialKind.CLIENT_SECRET, event.secretId(), event.name(), event.hint(), event.expiresAt());
        return new RuleSubject(organizationId, event.appId(), secret);
    }

    static RuleSubject of(String organizationId, CertificateAdded event) {
        var certificate =
                new Credential(CredentialKind.CERTIFICATE, event.certificateId(), event.name(), null, event.notAfter());
        return new RuleSubject(organizationId, event.appId(), certificate);
    }

    /** The id of the app or credential. */
    String id() {
        return credential == null ? appId : credential.id();
    }

    /** The attributes of a credential that violations show. */
    record Credential(
            CredentialKind kind,
            String id,
            @Nullable String name,
            @Nullable String hint,
            Instant end) {
        /** Adds the credential's attributes to a row. */
        Document describe(Document fact) {
            return fact.append(FactRow.KIND, kind.word())
                    .append(FactRow.CREDENTIAL, id)
                    .append(FactRow.NAME, name)
                    .append(FactRow.HINT, hint)
                    .append(FactRow.EXPIRES_AT, Date.from(end))
                    .append(FactRow.OVER_AT, Date.from(overAt()));
        }

        /** A certificate is still valid at the instant of its end. */
        private Instant overAt() {
            return kind.isOver(end, end) ? end : end.plusMillis(SMALLEST_STEP_MILLIS);
        }
    }
}
