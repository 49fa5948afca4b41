package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The invited person is a member from now on. */
@Revision("1")
public record MembershipActivated(String membershipId, String organizationId, String userId)
        implements MembershipEvent {}
