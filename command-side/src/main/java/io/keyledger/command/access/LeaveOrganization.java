package io.keyledger.command.access;

import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Records with the user that their membership in the organization has ended. Sent only with its removal. */
public record LeaveOrganization(@TargetAggregateIdentifier UserId userId, OrganizationId organizationId) {}
