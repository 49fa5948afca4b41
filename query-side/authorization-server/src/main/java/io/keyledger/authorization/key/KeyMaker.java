package io.keyledger.authorization.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.keyledger.kernel.Randomness;
import java.time.Instant;
import java.util.Date;

/** Makes signing keys: P-256 for ES256, RSA with 2048 bits for RS256 and RS512. */
final class KeyMaker {
    private static final int RSA_BITS = 2048;

    private final Randomness randomness;
    private final CryptoProvider crypto;

    KeyMaker(Randomness randomness, CryptoProvider crypto) {
        this.randomness = randomness;
        this.crypto = crypto;
    }

    JWK make(JWSAlgorithm algorithm, Instant signsFrom) {
        try {
            return algorithm.equals(JWSAlgorithm.ES256) ? elliptic(signsFrom) : rsa(algorithm, signsFrom);
        } catch (JOSEException e) {
            throw new IllegalStateException("no key for " + algorithm + " could be made", e);
        }
    }

    private ECKey elliptic(Instant signsFrom) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .provider(crypto.provider())
                .keyID(randomness.id())
                .algorithm(JWSAlgorithm.ES256)
                .keyUse(KeyUse.SIGNATURE)
                .notBeforeTime(Date.from(signsFrom))
                .generate();
    }

    private RSAKey rsa(JWSAlgorithm algorithm, Instant signsFrom) throws JOSEException {
        return new RSAKeyGenerator(RSA_BITS)
                .provider(crypto.provider())
                .keyID(randomness.id())
                .algorithm(algorithm)
                .keyUse(KeyUse.SIGNATURE)
                .notBeforeTime(Date.from(signsFrom))
                .generate();
    }
}
