package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Assigns another role to an app; null removes the role where kind and representation allow it. */
public record AssignRole(AppId appId, @Nullable RoleInOrganization role, Representation representation)
        implements AppChange {}
