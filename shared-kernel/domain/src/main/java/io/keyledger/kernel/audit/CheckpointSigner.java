package io.keyledger.kernel.audit;

/** Signs statements about audit logs with the service's published key, and knows its signatures again. */
public interface CheckpointSigner {
    /** The {@code typ} of such a JWS: of nothing else, so that none passes for an access token, nor the other way round. */
    String TYPE = "audit-checkpoint+jws";

    /** The statement as a compact JWS. */
    String sign(byte[] statement);

    /** What is known of the signature of a compact JWS of that type. */
    Verdict check(String jws);

    /** Whether that key signs now. */
    boolean isCurrent(String keyId);

    /** What a signature proves. */
    enum Verdict {
        GENUINE,
        FORGED,
        /** Nothing: the key is not among the published ones, or not any more. */
        UNKNOWN_KEY
    }
}
