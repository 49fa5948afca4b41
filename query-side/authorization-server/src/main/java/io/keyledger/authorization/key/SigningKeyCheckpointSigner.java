package io.keyledger.authorization.key;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.kernel.audit.CheckpointSigner;

/** Signs checkpoints of the audit log with the keys of tokens, under a JWT type of its own. */
final class SigningKeyCheckpointSigner implements CheckpointSigner {
    private static final JOSEObjectType CHECKPOINT = new JOSEObjectType(TYPE);

    private final SigningKeys keys;
    private final SignatureCheck signatures;
    private final JWSAlgorithm algorithm;

    SigningKeyCheckpointSigner(SigningKeys keys, SignatureCheck signatures, JWSAlgorithm algorithm) {
        this.keys = keys;
        this.signatures = signatures;
        this.algorithm = algorithm;
    }

    @Override
    public String sign(byte[] statement) {
        return keys.sign(algorithm, CHECKPOINT, statement);
    }

    @Override
    public Verdict check(String jws) {
        return CompactJws.read(jws).map(read -> check(read.token())).orElse(Verdict.FORGED);
    }

    private Verdict check(SignedJWT signed) {
        if (!CHECKPOINT.equals(signed.getHeader().getType())) {
            return Verdict.FORGED;
        }
        if (keys.find(signed.getHeader().getKeyID()) == null) {
            return Verdict.UNKNOWN_KEY;
        }
        return signatures.isValid(signed) ? Verdict.GENUINE : Verdict.FORGED;
    }

    @Override
    public boolean isCurrent(String keyId) {
        return keyId.equals(keys.signingNow(algorithm));
    }
}
