package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A client secret has reached its end, or its deadline after a rotation: from {@code expiresAt} on it is refused. */
@Revision("1")
public record ClientSecretExpired(String appId, String secretId, Instant expiresAt) implements ClientSecretEvent {}
