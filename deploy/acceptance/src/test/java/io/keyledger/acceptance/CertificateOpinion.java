package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What others think of the certificates in a file: the JDK's parser, and the verifiers of a library. Each is given every
 * block that is labelled as a certificate, the file as it is, and what it is in base64.
 */
record CertificateOpinion(List<X509Certificate> certificates) {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?:X509 |X\\.509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END", Pattern.MULTILINE);

    static CertificateOpinion of(byte[] file) {
        var found = new ArrayList<X509Certificate>();
        add(found, file);
        for (var text : List.of(new String(file, ISO_8859_1), new String(file, UTF_16))) {
            BLOCK.matcher(text).results().forEach(block -> addBase64(found, block.group(1)));
            addBase64(found, text);
        }
        return new CertificateOpinion(List.copyOf(found));
    }

    boolean hasOneWithThumbprint(String sha256) {
        return certificates.stream()
                .anyMatch(certificate -> thumbprint(certificate).equals(sha256));
    }

    X509Certificate withThumbprint(String sha256) {
        return certificates.stream()
                .filter(certificate -> thumbprint(certificate).equals(sha256))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the JDK reads one whose key a verifier takes and that is written as it was read. */
    boolean hasUsableKey() {
        return certificates.stream().map(X509Certificate::getPublicKey).anyMatch(CertificateOpinion::isUsable);
    }

    /** Whether all that can be read have a key below what is strong today. */
    boolean isWeak() {
        return certificates.stream().map(X509Certificate::getPublicKey).allMatch(key -> switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() < 2048;
            case ECPublicKey elliptic ->
                elliptic.getParams().getCurve().getField().getFieldSize() < 256;
            case EdECPublicKey edwards -> edwards.getPoint().getY().signum() == 0;
            default -> false;
        });
    }

    boolean isSignedWeakly() {
        return certificates.stream()
                .map(X509Certificate::getSigAlgName)
                .anyMatch(name -> name.matches("(?i)(SHA1|SHA224|MD[245]).*|RSASSA-PSS"));
    }

    /** RFC 5280 has versions 1 to 3; the JDK reads others where they have no extensions. */
    boolean isOfNoVersion() {
        return certificates.stream().anyMatch(certificate -> certificate.getVersion() > 3);
    }

    /** An even exponent has no inverse: there is no private key. The JDK and the library do not look. */
    static boolean isUsable(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && !rsa.getPublicExponent().testBit(0)) {
            return false;
        }
        try {
            switch (key) {
                case RSAPublicKey rsa -> new RSASSAVerifier(rsa);
                case ECPublicKey elliptic -> new ECDSAVerifier(elliptic);
                case EdECPublicKey edwards -> Signature.getInstance("Ed25519").initVerify(edwards);
                default -> {
                    return false;
                }
            }
            return isWrittenAsRead(key)
                    && KeyFactory.getInstance(key.getAlgorithm())
                            .generatePublic(new X509EncodedKeySpec(key.getEncoded()))
                            .equals(key);
        } catch (JOSEException | GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The JDK reads an EC point by halves, whatever its length, and keeps the bytes it read: its numbers tell. */
    private static boolean isWrittenAsRead(PublicKey key) throws GeneralSecurityException {
        return !(key instanceof ECPublicKey elliptic)
                || Arrays.equals(
                        key.getEncoded(),
                        KeyFactory.getInstance("EC")
                                .generatePublic(new ECPublicKeySpec(elliptic.getW(), elliptic.getParams()))
                                .getEncoded());
    }

    private static void addBase64(List<X509Certificate> found, String text) {
        try {
            add(found, Base64.getDecoder().decode(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            // no base64: nothing to read
        }
    }

    private static void add(List<X509Certificate> found, byte[] der) {
        try {
            found.add((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | RuntimeException e) {
            // the JDK reads no certificate here
        }
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
