package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A client secret has come to its end, or to its deadline after a rotation. It was refused from that very second on. */
@Revision("1")
public record ClientSecretExpired(String appId, String secretId, Instant expiresAt) implements ClientSecretEvent {}
