package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An app exists from now on. {@code userId}, set only for kind {@code user}, is whose personal app it is. */
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
