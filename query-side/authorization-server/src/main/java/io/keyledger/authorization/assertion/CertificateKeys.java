package io.keyledger.authorization.assertion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.authorization.directory.CertificateEntry;
import io.keyledger.authorization.key.CryptoProvider;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;

/** Checks signatures by the public keys of certificates; parsed keys are cached. Thread-safe. */
final class CertificateKeys {
    private static final int KEPT = 10_000;

    private final CryptoProvider crypto;
    private final LoadingCache<CertificateEntry, Optional<JWSVerifier>> kept =
            Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build(this::verifier);

    CertificateKeys(CryptoProvider crypto) {
        this.crypto = crypto;
    }

    /** Whether the private key of the certificate signed the token, by an algorithm for that type of key. */
    boolean signed(CertificateEntry holder, SignedJWT token) {
        var verifier = kept.get(holder);
        try {
            return verifier.isPresent()
                    && verifier.get()
                            .supportedJWSAlgorithms()
                            .contains(token.getHeader().getAlgorithm())
                    && token.verify(verifier.get());
        } catch (JOSEException e) {
            return false;
        }
    }

    /** Empty for a certificate that this JDK cannot parse: its signatures are refused. */
    private Optional<JWSVerifier> verifier(CertificateEntry holder) {
        try {
            return Optional.of(verifier(publicKey(holder)));
        } catch (JOSEException | CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JWSVerifier verifier(PublicKey key) throws JOSEException {
        return switch (key) {
            case RSAPublicKey rsa -> provided(new RSASSAVerifier((RSAPublicKey) crypto.own(rsa)));
            case ECPublicKey elliptic -> provided(new ECDSAVerifier((ECPublicKey) crypto.own(elliptic)));
            case EdECPublicKey edwards -> new EdwardsVerifier(edwards);
            default -> throw new JOSEException("no key to sign with: " + key.getAlgorithm());
        };
    }

    private JWSVerifier provided(JWSVerifier verifier) {
        verifier.getJCAContext().setProvider(crypto.provider());
        return verifier;
    }

    private static PublicKey publicKey(CertificateEntry holder) throws CertificateException {
        var der = Base64.getDecoder().decode(holder.der());
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der))
                .getPublicKey();
    }
}
