package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An app exists from now on. The user is set for kind user alone: whose personal provisioning app it is. */
@Revision("1")
public record AppRegistered(
        String appId,
        String organizationId,
        String kind,
        String mode,
        String clientId,
        String name,
        int expiresIn,
        boolean custom,
        @Nullable String redirectUri,
        @Nullable String roleId,
        @Nullable String userId)
        implements AppEvent {}
