package io.keyledger.query.audit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.keyledger.kernel.audit.CheckpointSigner;
import io.keyledger.kernel.audit.CheckpointSigner.Verdict;
import java.text.ParseException;

/** Verifies checkpoints by the published keys alone. */
record PublishedKeys(JWKSet keys) {
    Verdict check(Checkpoint checkpoint) {
        var key = keys.getKeyByKeyId(checkpoint.keyId());
        if (key == null) {
            return Verdict.UNKNOWN_KEY;
        }
        try {
            var signed = JWSObject.parse(checkpoint.jws());
            var type = signed.getHeader().getType();
            return type != null && type.getType().equals(CheckpointSigner.TYPE) && signed.verify(verifier(key))
                    ? Verdict.GENUINE
                    : Verdict.FORGED;
        } catch (ParseException | JOSEException e) {
            return Verdict.FORGED;
        }
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case ECKey elliptic -> new ECDSAVerifier(elliptic);
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            default -> throw new JOSEException("neither RSA nor elliptic");
        };
    }
}
