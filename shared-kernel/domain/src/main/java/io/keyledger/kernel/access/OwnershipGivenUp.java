package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The membership is no longer the owner's. */
@Revision("1")
public record OwnershipGivenUp(String membershipId, String organizationId) implements MembershipEvent {}
