package io.keyledger.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.keyledger.kernel.audit.CheckpointSigner;
import java.text.ParseException;

/** Signs with a key of its own, as the service does with its. */
public final class TestCheckpointSigner implements CheckpointSigner {
    private ECKey key = fresh("one");

    /** From now on another key signs; the former one is published no more. */
    void rotate(String keyId) {
        key = fresh(keyId);
    }

    /** What is published. */
    JWKSet keys() {
        return new JWKSet(key.toPublicJWK());
    }

    @Override
    public String sign(byte[] statement) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TYPE))
                .keyID(key.getKeyID())
                .build();
        var signed = new JWSObject(header, new Payload(new String(statement, UTF_8)));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return signed.serialize();
    }

    @Override
    public Verdict check(String jws) {
        try {
            var signed = JWSObject.parse(jws);
            if (!key.getKeyID().equals(signed.getHeader().getKeyID())) {
                return Verdict.UNKNOWN_KEY;
            }
            return signed.verify(new ECDSAVerifier(key.toECPublicKey())) ? Verdict.GENUINE : Verdict.FORGED;
        } catch (ParseException | JOSEException e) {
            return Verdict.FORGED;
        }
    }

    @Override
    public boolean isCurrent(String keyId) {
        return keyId.equals(key.getKeyID());
    }

    private static ECKey fresh(String keyId) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
