package io.keyledger.kernel.access;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An address was invited; {@code activationVerifier} is the keyed hash of the one-time code, null when none is needed.
 */
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
