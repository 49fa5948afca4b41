package io.keyledger.command.organization;

import io.keyledger.command.value.LabelChange;
import io.keyledger.kernel.organization.OrganizationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes reference, origin or metadata of an organization. */
public record ChangeOrganizationLabels(
        @TargetAggregateIdentifier OrganizationId organizationId, LabelChange labels) implements OrganizationChange {}
