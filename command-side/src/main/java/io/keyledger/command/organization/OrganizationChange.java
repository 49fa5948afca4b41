package io.keyledger.command.organization;

import io.keyledger.kernel.organization.OrganizationId;

/** One change of an organization; several make one {@link ChangeOrganization}. */
public sealed interface OrganizationChange
        permits RenameOrganization, ChangeOrganizationContact, ConfigureOrganization, ChangeOrganizationLabels {
    /** The organization it changes. */
    OrganizationId organizationId();
}
