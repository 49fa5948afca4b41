package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The membership is the owner's from now on. */
@Revision("1")
public record OwnershipGranted(String membershipId, String organizationId) implements MembershipEvent {}
