package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Registers a custom app of a kind that may be forked; it runs at its own address, so a redirect URI is required. */
public record ForkDashboardApp(
        @TargetAggregateIdentifier AppId appId,
        NewApp app,
        @Nullable RedirectUri redirectUri,
        @Nullable RoleInOrganization role)
        implements NewRegistration {
    @Override
    public boolean custom() {
        return true;
    }

    @Override
    public RedirectUris redirectUris() {
        return RedirectUris.of(redirectUri);
    }
}
