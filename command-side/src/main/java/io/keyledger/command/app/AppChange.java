package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;

/** One change of an app; several make one {@link ChangeApp}. */
public sealed interface AppChange
        permits RenameApp,
                DescribeApp,
                ChangeTokenLifetime,
                ChangeRedirectUri,
                ChangeRedirectUris,
                AssignRole,
                ChangeTokenScope,
                SetAppEnabled,
                ChangeAppLabels {
    /** The app it changes. */
    AppId appId();
}
