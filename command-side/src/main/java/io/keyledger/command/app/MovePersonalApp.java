package io.keyledger.command.app;

import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Moves a user's personal app when its user leaves its organization or joins one: only an organization that the user is
 * a member of lists it. Sent only with the end or the acceptance of a membership.
 *
 * @param to null for no organization: it is the user's alone
 */
public record MovePersonalApp(
        @TargetAggregateIdentifier AppId appId,
        UserId userId,
        @Nullable OrganizationId to) {}
