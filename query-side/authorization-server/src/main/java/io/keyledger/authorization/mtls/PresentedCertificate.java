package io.keyledger.authorization.mtls;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.CertificateEntry;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A client certificate whose private key the handshake has proved.
 *
 * @param thumbprint of its DER form, SHA-256 in base64url
 */
public record PresentedCertificate(String thumbprint) {
    /** The claim that binds a token to a key (RFC 7800). */
    public static final String CLAIM = "cnf";

    static PresentedCertificate of(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new PresentedCertificate(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that came in a handshake can be written again", e);
        }
    }

    /** The content of that claim (RFC 8705 section 3.1). */
    public Map<String, Object> confirmation() {
        return Map.of("x5t#S256", thumbprint);
    }

    /** The app's registered certificate that equals it and is valid now. Source: RFC 8705 section 2.2. */
    Optional<CertificateEntry> registeredBy(AppEntry client, Instant now) {
        return client.certificates().stream()
                .filter(holder -> holder.thumbprint().equals(thumbprint) && holder.isValid(now))
                .findFirst();
    }
}
