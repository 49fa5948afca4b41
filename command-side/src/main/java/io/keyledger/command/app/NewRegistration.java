package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Makes an app; the commands differ in the kinds they are for, and in what they say besides. */
public sealed interface NewRegistration permits RegisterApp, InstallDashboardApp, ForkDashboardApp, RegisterSystemApp {
    /** The id it gets. */
    AppId appId();

    NewApp app();

    /** Where its authorization answers may go. */
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
