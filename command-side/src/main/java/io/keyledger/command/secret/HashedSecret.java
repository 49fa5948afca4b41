package io.keyledger.command.secret;

import io.keyledger.kernel.app.SecretId;

/**
 * What is stored of a client secret.
 *
 * @param id       of the secret
 * @param hint     its last four characters
 * @param verifier keyed hash of it, unpadded base64url of HMAC-SHA-256
 * @param pepperId id of the key the hash was made with
 */
public record HashedSecret(SecretId id, String hint, String verifier, String pepperId) {}
