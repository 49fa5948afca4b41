package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.app.AppId;
import org.jspecify.annotations.Nullable;

/** Lets an app act in another role; null takes the role off where kind and face allow it. */
public record AssignRole(AppId appId, @Nullable RoleInOrganization role, Representation representation)
        implements AppChange {}
