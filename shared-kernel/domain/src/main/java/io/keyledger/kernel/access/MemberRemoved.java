package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The membership ended. */
@Revision("1")
public record MemberRemoved(String membershipId, String organizationId) implements MembershipEvent {}
