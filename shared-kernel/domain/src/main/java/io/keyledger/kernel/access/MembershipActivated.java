package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;

/** The membership is active from now on, and that user's. */
@Revision("1")
public record MembershipActivated(String membershipId, String organizationId, String userId)
        implements MembershipEvent {}
