package io.keyledger.kernel.access;

import io.keyledger.kernel.DomainEvent;

/** What can happen to a membership. */
public sealed interface MembershipEvent extends DomainEvent
        permits MemberInvited,
                InvitationResent,
                MembershipActivated,
                MemberRoleAssigned,
                AccessScopeChanged,
                OwnershipGranted,
                OwnershipGivenUp,
                MemberRemoved {
    /** Id of the aggregate whose history this is part of. */
    String membershipId();
}
