package io.keyledger.kernel.organization;

import org.axonframework.serialization.Revision;

/** The organization belongs to another member. */
@Revision("1")
public record OwnershipTransferred(String organizationId, String fromMembershipId, String toMembershipId)
        implements OrganizationEvent {}
