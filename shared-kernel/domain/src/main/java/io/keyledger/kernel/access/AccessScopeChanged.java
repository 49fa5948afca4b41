package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The modes a user sees under a membership changed: live_access, test_access or all_access. */
@Revision("1")
public record AccessScopeChanged(String membershipId, String accessScope) implements MembershipEvent {}
