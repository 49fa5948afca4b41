package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** A client secret was revoked. */
@Revision("1")
public record ClientSecretRemoved(String appId, String secretId) implements ClientSecretEvent {}
