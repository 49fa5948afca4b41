package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Registers an app of a core kind; the kind table says whether it is given a role and a redirect URI.
 */
public record RegisterApp(
        @TargetAggregateIdentifier AppId appId,
        NewApp app,
        RedirectUris redirectUris,
        @Nullable RoleInOrganization role)
        implements NewRegistration {}
