package io.keyledger.command.app;

import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Registers an app of a system kind. Sent only by reactions and composite commands: the API registers none.
 *
 * @param role   the role it acts in; null when it acts for a user
 * @param userId the user whose personal provisioning app it is; null when it acts in a role
 */
public record RegisterSystemApp(
        @TargetAggregateIdentifier AppId appId,
        NewApp app,
        @Nullable RoleInOrganization role,
        @Nullable UserId userId) implements NewRegistration {}
