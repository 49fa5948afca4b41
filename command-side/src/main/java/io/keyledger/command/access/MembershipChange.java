package io.keyledger.command.access;

import io.keyledger.kernel.access.MembershipId;

/** One change of a membership; several make one {@link ChangeMembership}. */
public sealed interface MembershipChange permits AssignMemberRole, ChangeAccessScope, ChangeMembershipLabels {
    /** The membership it changes. */
    MembershipId membershipId();
}
