package io.keyledger.command.access;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Activates a membership by its activation code, for a user who has shown that he is one, or for a new user, who gets a
 * personal app.
 *
 * @param organizationId organization of the membership
 * @param userId         the user the membership then belongs to, registered with it when {@code newcomer} is given
 * @param verifiers      keyed hashes of the presented code, one for each key it may have been stored under
 * @param newcomer       null when the user exists already
 */
public record AcceptInvitation(
        MembershipId membershipId,
        OrganizationId organizationId,
        UserId userId,
        Set<String> verifiers,
        @Nullable Newcomer newcomer) {

    /** The address of a user to register, and the credentials of the user's personal provisioning app. */
    public record Newcomer(EmailAddress email, String clientId, HashedSecret secret) {}
}
