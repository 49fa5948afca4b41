package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Activates an invited membership by its activation code.
 *
 * @param userId    the user the membership then belongs to
 * @param verifiers keyed hashes of the presented code, one for each key it may have been stored under
 */
public record ActivateMembership(
        @TargetAggregateIdentifier MembershipId membershipId, UserId userId, Set<String> verifiers) {}
