package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.problem.Refusal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes an active membership in the admin role the owner's. The address that names it proves nothing, because whoever
 * invited chose it; that role only an admin can have given.
 *
 * @param adminRole the built-in admin role of the organization
 */
public record GrantOwnership(@TargetAggregateIdentifier MembershipId membershipId, RoleId adminRole) {
    /** The field of the request that names the next owner. */
    public static final String HEIR = "new_owner_email";

    /** Why a membership cannot become the owner's. */
    public static final Refusal NO_HEIR =
            Refusal.ofField(HEIR, "invalid", "must be the address of an active member in the built-in admin role");
}
