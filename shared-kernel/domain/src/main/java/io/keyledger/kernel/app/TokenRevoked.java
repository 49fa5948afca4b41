package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** One issued token was revoked; the revocation must be kept until {@code expiresAt}. */
@Revision("1")
public record TokenRevoked(String appId, String tokenId, Instant expiresAt) implements AppUseEvent {}
