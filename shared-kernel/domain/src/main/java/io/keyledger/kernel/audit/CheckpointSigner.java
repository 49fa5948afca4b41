package io.keyledger.kernel.audit;

/** Signs statements about audit logs with the service's published key, and verifies its signatures. */
public interface CheckpointSigner {
    /**
     * The {@code typ} of such a JWS: used for nothing else, so that none is accepted as an access token, nor the other
     * way round.
     */
    String TYPE = "audit-checkpoint+jws";

    /** The statement as a compact JWS. */
    String sign(byte[] statement);

    /** Verifies the signature of a compact JWS of that type. */
    Verdict check(String jws);

    /** Whether that key signs now. */
    boolean isCurrent(String keyId);

    /** The result of a verification. */
    enum Verdict {
        GENUINE,
        FORGED,
        /** The key is not among the published ones, or not any more. */
        UNKNOWN_KEY
    }
}
