package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Installs a hosted dashboard app in one mode; its permissions are fixed, so a role is refused. */
public record InstallDashboardApp(
        @TargetAggregateIdentifier AppId appId,
        NewApp app,
        RedirectUris redirectUris,
        @Nullable RoleInOrganization role)
        implements NewRegistration {}
