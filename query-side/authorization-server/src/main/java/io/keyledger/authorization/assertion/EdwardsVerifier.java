package io.keyledger.authorization.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.util.Set;

/** Ed25519 by the JDK, under both its names (RFC 8037, RFC 9864); Nimbus's own verifier needs another library. */
final class EdwardsVerifier extends BaseJWSProvider implements JWSVerifier {
    private static final String ALGORITHM = "Ed25519";

    private final EdECPublicKey key;

    EdwardsVerifier(EdECPublicKey key) throws JOSEException {
        super(Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519));
        if (!key.getParams().getName().equals(ALGORITHM)) {
            throw new JOSEException("no " + ALGORITHM + " key");
        }
        this.key = key;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signature) throws JOSEException {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(input);
            return check.verify(signature.decode());
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new JOSEException("every JDK has " + ALGORITHM, e);
        }
    }
}
