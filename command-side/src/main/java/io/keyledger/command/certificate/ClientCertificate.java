package io.keyledger.command.certificate;

import java.time.Instant;

/**
 * A certificate that was read and is strong enough; its validity period is not checked.
 *
 * @param subject          distinguished name, RFC 2253
 * @param issuer           distinguished name, RFC 2253
 * @param serialNumber     hexadecimal
 * @param thumbprintSha1   of the DER form, hexadecimal
 * @param thumbprintSha256 of the DER form, base64url without padding (RFC 7515 section 4.1.8)
 * @param keyType          {@code RSA}, {@code EC} or {@code OKP} (Ed25519)
 * @param keySize          bits
 * @param notBefore        from this instant on it may be used
 * @param notAfter         until this instant, inclusive
 * @param der              DER form in base64
 */
public record ClientCertificate(
        String subject,
        String issuer,
        String serialNumber,
        String thumbprintSha1,
        String thumbprintSha256,
        String keyType,
        int keySize,
        Instant notBefore,
        Instant notAfter,
        String der) {}
