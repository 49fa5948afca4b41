package io.keyledger.kernel.app;

/** An attribute of an app has another value; its credentials are as they were. */
public sealed interface AppAttributeEvent extends AppEvent
        permits AppRenamed,
                TokenLifetimeChanged,
                RedirectUriChanged,
                RedirectUrisChanged,
                RoleAssigned,
                ApiPermissionsChanged,
                CustomerScopeChanged,
                AppDisabled,
                AppEnabled {}
