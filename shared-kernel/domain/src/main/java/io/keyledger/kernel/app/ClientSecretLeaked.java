package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Somebody who held a client secret reported it as leaked: it is revoked. The source says where it was found. */
@Revision("1")
public record ClientSecretLeaked(
        String appId, String secretId, @Nullable String sourceUrl) implements ClientSecretEvent {}
