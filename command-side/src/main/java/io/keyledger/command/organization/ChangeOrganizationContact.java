package io.keyledger.command.organization;

import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes the support contact of an organization. */
public record ChangeOrganizationContact(
        @TargetAggregateIdentifier OrganizationId organizationId, Contact contact) implements OrganizationChange {}
