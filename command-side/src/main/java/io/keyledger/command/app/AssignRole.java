package io.keyledger.command.app;

import io.keyledger.command.resource.RoleInOrganization;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Lets an app act in another role; null takes the role off where the kind allows it. */
public record AssignRole(
        @TargetAggregateIdentifier AppId appId, @Nullable RoleInOrganization role) implements AppChange {}
