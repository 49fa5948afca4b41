package io.keyledger.command.certificate;

import io.keyledger.kernel.certificate.CertificateKey;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads uploads of certificates: DER, PEM or base64, at most 64 KiB; of a chain the leaf is taken. A PKCS#7 bundle is
 * refused; every tool can extract the certificate from it. Every refusal is an {@link InvalidValue} with a code that
 * begins with {@code CERTIFICATE_}. The certificate is given to the JDK's parser, which reads it again when its owner
 * signs in, and its key is checked as it is then. Source: CONTRACT A2, BARS 13.
 */
public final class Certificates {
    private static final int LONGEST_REASON = 200;

    private Certificates() {}

    /** The certificate in the bytes of a file. */
    public static ClientCertificate read(byte[] upload) {
        return read(Upload.certificates(upload));
    }

    /**
     * Refuses anything that holds a private key, in any form and anywhere: of more than 128 KiB those are looked at.
     *
     * @throws InvalidValue {@link ErrorCode#CERTIFICATE_PRIVATE_KEY}
     */
    public static void refusePrivateKeys(byte[] request) {
        Upload.refusePrivateKeys(request);
    }

    private static ClientCertificate read(List<byte[]> certificates) {
        var all = new LinkedHashMap<ByteBuffer, CertificateBody>();
        certificates.forEach(der -> all.computeIfAbsent(ByteBuffer.wrap(der), any -> CertificateBody.of(der)));
        var leaf = leaf(all);
        return described(leaf.getKey().array(), leaf.getValue());
    }

    /** The certificate in a text: PEM, or base64 of DER. */
    public static ClientCertificate read(String text) {
        return read(Upload.certificates(text));
    }

    /** The one that issued no other; only names are compared, so that a hostile chain costs no signature checks. */
    private static Map.Entry<ByteBuffer, CertificateBody> leaf(Map<ByteBuffer, CertificateBody> all) {
        var leaves = all.entrySet().stream()
                .filter(one -> all.values().stream()
                        .noneMatch(other ->
                                !other.equals(one.getValue()) && one.getValue().mayHaveIssued(other)))
                .toList();
        if (leaves.size() != 1) {
            throw UploadRefusals.of(
                    ErrorCode.CERTIFICATE_SEVERAL_LEAVES, "several certificates that are no chain: send one at a time");
        }
        return leaves.getFirst();
    }

    private static ClientCertificate described(byte[] der, CertificateBody body) {
        var validity = Validity.of(body.validity());
        KeyForm.check(body.key());
        var certificate = parsed(der);
        var key = CertificateKey.of(certificate.getPublicKey());
        SignatureStrength.check(certificate);
        return new ClientCertificate(
                Names.text(body.subject()),
                Names.text(body.issuer()),
                new BigInteger(body.serialNumber().content()).toString(16),
                HexFormat.of().formatHex(digest("SHA-1", der)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", der)),
                key.type(),
                key.size(),
                validity.notBefore(),
                validity.notAfter(),
                Base64.getEncoder().encodeToString(der));
    }

    /** The JDK throws unchecked exceptions on some malformed input. */
    private static X509Certificate parsed(byte[] der) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | RuntimeException e) {
            throw UploadRefusals.unreadable("the certificate cannot be read: " + reason(e));
        }
    }

    /** What the parser says, without the names of its exceptions. */
    private static String reason(Exception fault) {
        var said = String.valueOf(fault.getMessage())
                .replaceAll("[a-z]+(\\.[a-z]+)+\\.[A-Za-z]+Exception: ", "")
                .replaceAll("[^ -~]", "?");
        return said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }

    private static byte[] digest(String algorithm, byte[] der) {
        try {
            return MessageDigest.getInstance(algorithm).digest(der);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
