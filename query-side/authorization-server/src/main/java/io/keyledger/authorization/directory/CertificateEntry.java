package io.keyledger.authorization.directory;

import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.credentialpolicy.Measure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A certificate of an app, which authenticates by its private key.
 *
 * @param id         id of the certificate
 * @param thumbprint of its DER form, SHA-256 in base64url: the {@code x5t#S256} of RFC 7515 section 4.1.8
 * @param der        the certificate, DER in base64
 * @param notBefore  valid from this instant on
 * @param notAfter   valid until this instant, inclusive
 * @param addedAt    when it was added to the app
 */
public record CertificateEntry(
        String id, String thumbprint, String der, Instant notBefore, Instant notAfter, Instant addedAt)
        implements Credential {
    static List<CertificateEntry> added(List<CertificateEntry> before, CertificateAdded e, Instant at) {
        var added =
                new CertificateEntry(e.certificateId(), e.thumbprintSha256(), e.der(), e.notBefore(), e.notAfter(), at);
        return Stream.concat(without(before, added.id).stream(), Stream.of(added))
                .toList();
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.ofCertificate(notBefore, notAfter));
    }

    /** As long as it is not removed; its own expiry ends no token. */
    @Override
    public boolean backsTokens(Instant now) {
        return true;
    }

    /** Whether the certificate is valid at that instant. */
    public boolean isValid(Instant now) {
        return !now.isBefore(notBefore) && !now.isAfter(notAfter);
    }

    static List<CertificateEntry> without(List<CertificateEntry> before, String id) {
        return before.stream().filter(certificate -> !certificate.id.equals(id)).toList();
    }
}
