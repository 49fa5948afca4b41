package io.keyledger.kernel.app;

/** An attribute on which the tokens of an app depend has another value: the token endpoint has to apply it. */
public sealed interface TokenAttributeEvent extends AppAttributeEvent
        permits AppRenamed,
                TokenLifetimeChanged,
                RoleAssigned,
                ApiPermissionsChanged,
                CustomerScopeChanged,
                PersonalAppMoved,
                AppDisabled,
                AppEnabled {}
