package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A new activation code replaces the old one. */
@Revision("1")
public record InvitationResent(String membershipId, String activationVerifier) implements MembershipEvent {}
