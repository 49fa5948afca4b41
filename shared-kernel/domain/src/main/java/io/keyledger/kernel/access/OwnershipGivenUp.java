package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The member no longer owns the organization. */
@Revision("1")
public record OwnershipGivenUp(String membershipId, String organizationId) implements MembershipEvent {}
