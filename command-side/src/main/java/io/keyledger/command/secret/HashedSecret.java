package io.keyledger.command.secret;

import io.keyledger.kernel.app.SecretId;

/**
 * What the ledger may know of a client secret.
 *
 * @param id       names it
 * @param hint     its last four characters
 * @param verifier keyed hash of it, unpadded base64url of HMAC-SHA-256
 * @param pepperId the key the verifier was made with
 */
public record HashedSecret(SecretId id, String hint, String verifier, String pepperId) {}
