package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Registers an app; the commands differ in the kinds they accept, and in further components. */
public sealed interface NewRegistration permits RegisterApp, InstallDashboardApp, ForkDashboardApp, RegisterSystemApp {
    /** Id of the new app. */
    AppId appId();

    NewApp app();

    /** Its redirect URIs. */
    default RedirectUris redirectUris() {
        return RedirectUris.NONE;
    }

    /** The role it acts in. */
    @Nullable
    RoleInOrganization role();

    /** Whether it is a dashboard app with an address of its own. */
    default boolean custom() {
        return false;
    }

    /** The user whose personal provisioning app it is. */
    default @Nullable UserId userId() {
        return null;
    }
}
