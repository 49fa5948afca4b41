package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends one issued token before its time.
 *
 * @param appId     the app it was issued to
 * @param tokenId   its {@code jti}
 * @param expiresAt when it would have ended by itself; it is remembered until then
 */
public record RevokeToken(@TargetAggregateIdentifier AppId appId, String tokenId, Instant expiresAt) {}
