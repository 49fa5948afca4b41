package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** One issued token ended before its time; until expiresAt it must be remembered. */
@Revision("1")
public record TokenRevoked(String appId, String tokenId, Instant expiresAt) implements AppEvent {}
