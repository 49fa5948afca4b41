package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An app got a client secret: its HMAC-SHA-256 under the named key, and its last four characters as hint. */
@Revision("1")
public record ClientSecretAdded(
        String appId,
        String organizationId,
        String secretId,
        @Nullable String name,
        String hint,
        String verifier,
        String pepperId,
        String effectiveDuration,
        Instant expiresAt)
        implements ClientSecretEvent {}
