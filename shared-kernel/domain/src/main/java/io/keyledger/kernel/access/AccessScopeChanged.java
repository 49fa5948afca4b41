package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** A member sees other modes: live_access, test_access or all_access. */
@Revision("1")
public record AccessScopeChanged(String membershipId, String accessScope) implements MembershipEvent {}
