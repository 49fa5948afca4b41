package io.keyledger.authorization.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks signatures against the keys of this service. Thread-safe. */
public final class SignatureCheck {
    private final SigningKeys keys;
    private final CryptoProvider crypto;
    private final Map<String, JWSVerifier> verifiers = new ConcurrentHashMap<>();

    SignatureCheck(SigningKeys keys, CryptoProvider crypto) {
        this.keys = keys;
        this.crypto = crypto;
    }

    /** Whether the key of that id is in the present key set; a withdrawn one is not. */
    public boolean isOurs(String keyId) {
        return keys.has(keyId);
    }

    /** Whether the key that the token names is in the key set, is for that algorithm, and signed it. */
    public boolean isValid(SignedJWT token) {
        var key = keys.find(token.getHeader().getKeyID());
        if (key == null || !token.getHeader().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        if (key instanceof ECKey && !LowS.is(token.getSignature().decode())) {
            return false;
        }
        try {
            return token.verify(verifiers.computeIfAbsent(key.getKeyID(), id -> verifier(key)));
        } catch (JOSEException e) {
            return false;
        }
    }

    private JWSVerifier verifier(JWK key) {
        try {
            var verifier =
                    key instanceof ECKey elliptic ? new ECDSAVerifier(elliptic) : new RSASSAVerifier(key.toRSAKey());
            verifier.getJCAContext().setProvider(crypto.provider());
            return verifier;
        } catch (JOSEException e) {
            throw new IllegalStateException("the key " + key.getKeyID() + " is of no use", e);
        }
    }
}
