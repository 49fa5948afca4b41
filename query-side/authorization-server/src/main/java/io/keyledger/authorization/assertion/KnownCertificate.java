package io.keyledger.authorization.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.authorization.directory.CertificateEntry;
import io.keyledger.authorization.key.CryptoProvider;
import io.keyledger.kernel.certificate.CertificateKey;
import io.keyledger.kernel.problem.InvalidValue;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A certificate of an app, parsed: what a header may call it, and the verifier of its signatures. */
final class KnownCertificate {
    private static final int ED25519_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String sha1;
    private final String sha256;
    private final Set<String> names;
    private final Set<String> algorithms;
    private final JWSVerifier verifier;

    private KnownCertificate(CertificateEntry holder, byte[] der, CertificateKey key, JWSVerifier verifier)
            throws GeneralSecurityException, JOSEException {
        var sha1 = MessageDigest.getInstance("SHA-1").digest(der);
        var sha256 = MessageDigest.getInstance("SHA-256").digest(der);
        this.sha1 = BASE64.encodeToString(sha1);
        this.sha256 = BASE64.encodeToString(sha256);
        this.names = Set.of(holder.id(), this.sha1, this.sha256, hex(sha1), hex(sha256), thumbprint(key.key()));
        this.algorithms = key.algorithms();
        this.verifier = verifier;
    }

    /** Empty for one whose key may not sign in. */
    static Optional<KnownCertificate> of(CertificateEntry holder, CryptoProvider crypto) {
        try {
            var der = Base64.getDecoder().decode(holder.der());
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            var key = CertificateKey.of(certificate.getPublicKey());
            return Optional.of(new KnownCertificate(holder, der, key, verifier(key.key(), crypto)));
        } catch (JOSEException | GeneralSecurityException | InvalidValue | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the header means it: by {@code x5t#S256}, else by {@code x5t}, else by {@code kid}, which is its id, its
     * thumbprint in base64url or hexadecimal, with or without colons, or its key's (RFC 7638). A header with none of
     * them may mean any. Source: RFC 7515 sections 4.1.4, 4.1.7 and 4.1.8.
     */
    boolean isMeant(JWSHeader header) {
        if (header.getX509CertSHA256Thumbprint() != null) {
            return sha256.equals(header.getX509CertSHA256Thumbprint().toString());
        }
        if (header.getIncludedParams().contains("x5t")) {
            return sha1.equals(header.toJSONObject().get("x5t"));
        }
        var name = header.getKeyID();
        return name == null || names.contains(name) || names.contains(plainHex(name));
    }

    boolean signed(SignedJWT token) throws JOSEException {
        return algorithms.contains(token.getHeader().getAlgorithm().getName()) && token.verify(verifier);
    }

    private static String thumbprint(PublicKey key) throws JOSEException {
        JWK known = switch (key) {
            case RSAPublicKey rsa -> new RSAKey.Builder(rsa).build();
            case ECPublicKey elliptic ->
                new ECKey.Builder(Curve.forECParameterSpec(elliptic.getParams()), elliptic).build();
            default -> new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(lastBytes(key))).build();
        };
        return known.computeThumbprint().toString();
    }

    /** The key itself, at the end of its SubjectPublicKeyInfo. */
    private static byte[] lastBytes(PublicKey edwards) {
        var all = edwards.getEncoded();
        return Arrays.copyOfRange(all, all.length - ED25519_BYTES, all.length);
    }

    private static String hex(byte[] thumbprint) {
        return HexFormat.of().formatHex(thumbprint);
    }

    private static String plainHex(String name) {
        return name.replace(":", "").toLowerCase(Locale.ROOT);
    }

    private static JWSVerifier verifier(PublicKey key, CryptoProvider crypto)
            throws JOSEException, GeneralSecurityException {
        return switch (key) {
            case RSAPublicKey rsa -> provided(new RSASSAVerifier((RSAPublicKey) crypto.own(plain(rsa))), crypto);
            case ECPublicKey elliptic -> provided(new ECDSAVerifier((ECPublicKey) crypto.own(elliptic)), crypto);
            case EdECPublicKey edwards -> new EdwardsVerifier(edwards);
            default -> throw new JOSEException("no key to sign with: " + key.getAlgorithm());
        };
    }

    /** Without the parameters of an RSASSA-PSS key, which the native provider does not read: its algorithms are known. */
    private static RSAPublicKey plain(RSAPublicKey key) throws GeneralSecurityException {
        return key.getAlgorithm().equals("RSA")
                ? key
                : (RSAPublicKey) KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static JWSVerifier provided(JWSVerifier verifier, CryptoProvider crypto) {
        verifier.getJCAContext().setProvider(crypto.provider());
        return verifier;
    }
}
