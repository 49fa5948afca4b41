package io.keyledger.command.access;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets an invited person in who shows his activation code; one who is no user yet becomes one, with an app of his own.
 *
 * @param organizationId organization of the membership
 * @param userId         the user he is, or becomes
 * @param verifiers      keyed hashes of the code shown, one for each key it may have been stored under
 * @param newcomer       null when he is a user already
 */
public record AcceptInvitation(
        MembershipId membershipId,
        OrganizationId organizationId,
        UserId userId,
        Set<String> verifiers,
        @Nullable Newcomer newcomer) {

    /** Somebody who becomes a user, and the credentials of his personal provisioning app. */
    public record Newcomer(EmailAddress email, String clientId, HashedSecret secret) {}
}
