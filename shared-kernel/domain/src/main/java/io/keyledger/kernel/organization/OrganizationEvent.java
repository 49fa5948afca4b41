package io.keyledger.kernel.organization;

import io.keyledger.kernel.DomainEvent;

/** The events of an organization. */
public sealed interface OrganizationEvent extends DomainEvent
        permits OrganizationRegistered,
                OrganizationRenamed,
                OrganizationContactChanged,
                OrganizationConfigured,
                OwnershipTransferred {
    /** Id of the aggregate whose history this is part of. */
    String organizationId();
}
