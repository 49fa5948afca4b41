package io.keyledger.authorization.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The implementation of signatures: the Amazon Corretto Crypto Provider where its native library loads (many times
 * faster), the JDK elsewhere.
 *
 * @param provider null for the JDK's own
 */
public record CryptoProvider(@Nullable Provider provider) {
    private static final Logger LOG = LoggerFactory.getLogger(CryptoProvider.class);
    private static final String NATIVE = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    /** The fastest that works here; it is logged. */
    static CryptoProvider best() {
        var provider = ServiceLoader.load(Provider.class).stream()
                .filter(candidate -> candidate.type().getName().equals(NATIVE))
                .map(ServiceLoader.Provider::get)
                .filter(CryptoProvider::works)
                .findFirst()
                .orElse(null);
        LOG.info("Signatures are computed by {}.", provider == null ? "the JDK" : provider.getName());
        return new CryptoProvider(provider);
    }

    /** The key converted to the provider's class, so that it is not converted at every signature. */
    PrivateKey own(PrivateKey key) {
        if (provider == null) {
            return key;
        }
        try {
            return KeyFactory.getInstance(key.getAlgorithm(), provider)
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key is of no use to " + provider.getName(), e);
        }
    }

    /** The public key converted to the provider's class, for the same reason. */
    public PublicKey own(PublicKey key) {
        if (provider == null) {
            return key;
        }
        try {
            return KeyFactory.getInstance(key.getAlgorithm(), provider)
                    .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            return key; // the provider does not support the algorithm; the JDK does
        }
    }

    private static boolean works(Provider provider) {
        try {
            Signature.getInstance("SHA256withECDSA", provider);
            Signature.getInstance("SHA512withRSA", provider);
            return true;
        } catch (GeneralSecurityException e) {
            LOG.debug("{} does not work here.", provider.getName(), e);
            return false;
        }
    }
}
