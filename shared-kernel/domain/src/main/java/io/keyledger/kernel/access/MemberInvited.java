package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Somebody was asked to join; the verifier is a keyed hash of the one-time activation code. */
@Revision("1")
public record MemberInvited(
        String membershipId,
        String organizationId,
        String userEmail,
        String roleId,
        String accessScope,
        boolean owner,
        @Nullable String activationVerifier)
        implements MembershipEvent {}
