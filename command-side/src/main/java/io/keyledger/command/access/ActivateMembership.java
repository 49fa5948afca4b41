package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets an invited person in who shows his activation code.
 *
 * @param userId    the user he is
 * @param verifiers keyed hashes of the code shown, one for each key it may have been stored under
 */
public record ActivateMembership(
        @TargetAggregateIdentifier MembershipId membershipId, UserId userId, Set<String> verifiers) {}
