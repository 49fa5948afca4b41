package io.keyledger.kernel.app;

import java.time.Instant;

/**
 * Revokes one issued token before it expires. Recorded once for each token.
 *
 * @param appId     the app it was issued to
 * @param tokenId   its {@code jti}
 * @param expiresAt when it expires by itself; the revocation is kept until then
 */
public record RevokeToken(AppId appId, String tokenId, Instant expiresAt) {}
