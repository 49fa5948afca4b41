package io.keyledger.command.organization;

import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes where the support of an organization is reached. */
public record ChangeOrganizationContact(
        @TargetAggregateIdentifier OrganizationId organizationId, Contact contact) implements OrganizationChange {}
