package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Revokes one issued token before it expires.
 *
 * @param appId     the app it was issued to
 * @param tokenId   its {@code jti}
 * @param expiresAt when it expires by itself; the revocation is kept until then
 */
public record RevokeToken(@TargetAggregateIdentifier AppId appId, String tokenId, Instant expiresAt) {}
