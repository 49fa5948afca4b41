package io.keyledger.query.token.oauth;

/** What a presented client secret proves. */
enum SecretProof {
    ACCEPTED,
    WRONG,
    /** It was one of the client's and has come to its end. */
    EXPIRED,
    /** It was one of the client's and was taken back, not long before others were. */
    REVOKED,
    DISABLED
}
