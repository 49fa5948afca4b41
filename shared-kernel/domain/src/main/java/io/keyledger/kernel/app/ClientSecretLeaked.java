package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A client secret was reported as leaked, and is revoked; {@code sourceUrl} is where it was found. */
@Revision("1")
public record ClientSecretLeaked(
        String appId, String secretId, @Nullable String sourceUrl) implements ClientSecretEvent {}
