package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A membership has another role. */
@Revision("1")
public record MemberRoleAssigned(String membershipId, String roleId) implements MembershipEvent {}
