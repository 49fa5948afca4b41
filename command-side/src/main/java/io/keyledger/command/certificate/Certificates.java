package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Reads uploads of certificates: DER or PEM, at most 64 KiB; of a chain the leaf is taken. A PKCS#7 bundle is refused;
 * every tool can extract the certificate from it. Every refusal is an {@link InvalidValue} with a code that begins with
 * {@code CERTIFICATE_}. Source: CONTRACT A2, BARS 13.
 */
public final class Certificates {
    private Certificates() {}

    /** The certificate in the bytes of a file. */
    public static ClientCertificate read(byte[] upload) {
        var all = new LinkedHashSet<X509Certificate>();
        Upload.certificates(upload).forEach(der -> all.add(parsed(der)));
        var leaf = leaf(List.copyOf(all));
        SignatureStrength.check(leaf);
        return described(leaf);
    }

    /** The certificate in a text: PEM, or base64 of DER. */
    public static ClientCertificate read(String text) {
        return read(Upload.ofText(text));
    }

    /**
     * The JDK throws unchecked exceptions on some malformed input, such as an Ed25519 key of no bytes
     * (EdDSAPublicKeyImpl).
     */
    private static X509Certificate parsed(byte[] der) {
        PublicKeyInfo.of(der);
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | RuntimeException e) {
            throw UploadRefusals.unreadable("this is no X.509 certificate");
        }
    }

    /** The one that issued no other; only names are compared, so that a hostile chain costs no signature checks. */
    private static X509Certificate leaf(List<X509Certificate> all) {
        var leaves = all.stream()
                .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && isIssuer(one, other)))
                .toList();
        if (leaves.size() != 1) {
            throw UploadRefusals.of(
                    ErrorCode.CERTIFICATE_SEVERAL_LEAVES, "several certificates that are no chain: send one at a time");
        }
        return leaves.getFirst();
    }

    private static boolean isIssuer(X509Certificate one, X509Certificate of) {
        return one.getSubjectX500Principal().equals(of.getIssuerX500Principal());
    }

    private static ClientCertificate described(X509Certificate certificate) {
        try {
            var der = certificate.getEncoded();
            var key = PublicKeyInfo.of(der);
            return new ClientCertificate(
                    certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
                    certificate.getIssuerX500Principal().getName(X500Principal.RFC2253),
                    certificate.getSerialNumber().toString(16),
                    HexFormat.of().formatHex(digest("SHA-1", der)),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", der)),
                    key.type(),
                    key.size(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    Base64.getEncoder().encodeToString(der));
        } catch (GeneralSecurityException e) {
            throw UploadRefusals.unreadable("this is no X.509 certificate");
        }
    }

    private static byte[] digest(String algorithm, byte[] der) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(der);
    }
}
