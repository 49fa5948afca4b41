package io.keyledger.command.access;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.access.MembershipId;
import org.jspecify.annotations.Nullable;

/**
 * Ends a membership, and the tokens that its user has until now in its organization; a pending one has no user yet.
 * Refused for the owner's until the ownership is transferred.
 */
public record EndMembership(
        MembershipId membershipId, @Nullable ExpectedVersions expectedVersion) {}
