package io.keyledger.kernel.organization;

import org.axonframework.serialization.Revision;

/** Another membership is the owner's, and has the admin role named from now on. */
@Revision("1")
public record OwnershipTransferred(
        String organizationId, String fromMembershipId, String toMembershipId, String adminRoleId)
        implements OrganizationEvent {}
