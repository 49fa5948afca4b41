package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The app may authenticate with the private key of this certificate.
 *
 * @param name             display name
 * @param subject          distinguished name, RFC 2253
 * @param issuer           distinguished name, RFC 2253
 * @param serialNumber     hexadecimal
 * @param thumbprintSha1   of the DER form, hexadecimal
 * @param thumbprintSha256 of the DER form, base64url without padding as in {@code x5t#S256} (RFC 7515 section 4.1.8)
 * @param keyType          {@code RSA}, {@code EC} or {@code OKP}
 * @param keySize          bits
 * @param der              the certificate itself, DER in base64
 */
@Revision("1")
public record CertificateAdded(
        String appId,
        String organizationId,
        String certificateId,
        @Nullable String name,
        String subject,
        String issuer,
        String serialNumber,
        String thumbprintSha1,
        String thumbprintSha256,
        String keyType,
        int keySize,
        Instant notBefore,
        Instant notAfter,
        String der)
        implements CertificateEvent {}
