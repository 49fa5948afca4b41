package io.keyledger.authorization.assertion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.authorization.directory.CertificateEntry;
import io.keyledger.authorization.key.CryptoProvider;
import java.util.Optional;

/**
 * The public keys of certificates, parsed and checked again before they count: a key that would be refused today signs
 * in nobody, whenever it was added. Cached. Thread-safe.
 */
public final class CertificateKeys {
    private static final int KEPT = 10_000;

    private final LoadingCache<CertificateEntry, Optional<KnownCertificate>> kept;

    CertificateKeys(CryptoProvider crypto) {
        this.kept =
                Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build(holder -> KnownCertificate.of(holder, crypto));
    }

    /** Whether its key may sign in: it can be parsed, and nobody can sign without the private key. */
    public boolean isUsable(CertificateEntry holder) {
        return kept.get(holder).isPresent();
    }

    /** Whether the header of the token names the certificate, or none. */
    boolean isMeant(CertificateEntry holder, SignedJWT token) {
        return kept.get(holder)
                .filter(known -> known.isMeant(token.getHeader()))
                .isPresent();
    }

    /** Whether the private key of the certificate signed the token, by an algorithm for that key. */
    boolean signed(CertificateEntry holder, SignedJWT token) {
        var known = kept.get(holder);
        try {
            return known.isPresent() && known.get().signed(token);
        } catch (JOSEException e) {
            return false;
        }
    }
}
