package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The member owns the organization. */
@Revision("1")
public record OwnershipGranted(String membershipId, String organizationId) implements MembershipEvent {}
