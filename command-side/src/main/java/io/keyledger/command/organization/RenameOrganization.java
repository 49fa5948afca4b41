package io.keyledger.command.organization;

import io.keyledger.command.value.Name;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives an organization another name; its slug stays, because addresses are made of it. */
public record RenameOrganization(@TargetAggregateIdentifier OrganizationId organizationId, Name name)
        implements OrganizationChange {}
